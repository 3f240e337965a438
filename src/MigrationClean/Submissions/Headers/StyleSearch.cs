using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Headers;

/// <summary>The headers of a sheet that may belong to questions, and the sections it may be.</summary>
/// <param name="Headers">By position; <see langword="null"/> for server columns and empty headers.</param>
/// <param name="Sections">The sections it may be, the likeliest by its name first.</param>
internal sealed record SheetHeaders(ImmutableArray<string?> Headers, ImmutableArray<Section> Sections)
{
    /// <summary>Headers that may belong to questions.</summary>
    public int Count => Headers.Count(h => h is not null);
}

/// <summary>The options that explain an export's headers best.</summary>
/// <param name="Style">The options.</param>
/// <param name="Mode">How headers compare.</param>
/// <param name="Matched">Headers explained.</param>
/// <param name="Sections">The section of each sheet; <see langword="null"/> where no one is left for it.</param>
internal sealed record StyleFound(HeaderStyle Style, HeaderMode Mode, int Matched, ImmutableArray<Section?> Sections);

/// <summary>Tries languages, groups and separators, and keeps the options that predict most headers (kobo-exports §16.1).</summary>
internal sealed class StyleSearch(Survey survey)
{
    private static readonly string[] MangledSeparators = ["/", " > ", "_", "__", "::"];
    private readonly Dictionary<(Section, HeaderStyle), ImmutableArray<PredictedColumn>> _predicted = [];
    private readonly HeaderPrediction _prediction = new(survey);

    /// <summary>The best options for these sheets. XML wins ties, then no groups, then the form's order of languages.</summary>
    public StyleFound Find(HeaderRules rules, IReadOnlyList<SheetHeaders> sheets)
    {
        var total = sheets.Sum(s => s.Count);
        var best = Best(rules, sheets, HeaderMode.Exact);
        foreach (var mode in (HeaderMode[])[HeaderMode.MakeNames, HeaderMode.Folded, HeaderMode.Letters])
        {
            if (best.Matched == total) break;
            if (Best(rules, sheets, mode) is { } looser && (looser.Matched - best.Matched) * 4 > total - best.Matched) best = looser;
        }

        return best;
    }

    /// <summary>The best options, and those of other languages that explain as many headers: the values have to decide.</summary>
    public ImmutableArray<StyleFound> FindAll(HeaderRules rules, IReadOnlyList<SheetHeaders> sheets)
    {
        var best = Find(rules, sheets);
        return
        [
            best,
            .. LanguagesOf(rules)
                .Where(language => language != best.Style.Language)
                .Select(language => Score(best.Style with { Language = language }, sheets, best.Mode))
                .Where(found => found.Matched == best.Matched && found.Sections.SequenceEqual(best.Sections)),
        ];
    }

    /// <summary>The columns of a section under a style.</summary>
    public ImmutableArray<PredictedColumn> Predict(Section section, HeaderStyle style)
    {
        var key = (section, style with { Separator = "" });
        return _predicted.TryGetValue(key, out var columns) ? columns : _predicted[key] = _prediction.Of(section, style);
    }

    /// <summary>The same columns under all other options, for headers that the best ones leave over.</summary>
    public IEnumerable<(ImmutableArray<PredictedColumn> Predicted, string Separator, HeaderDifference Difference)> Others(Section section, HeaderStyle style)
    {
        string[] separators = [.. new[] { style.Separator, "/", ".", "_", "__", "-", ":", " > " }.Distinct(StringComparer.Ordinal)];
        foreach (var groups in GroupsOf(style.Rules).OrderBy(g => g == style.Groups ? 0 : 1))
        {
            foreach (var language in LanguagesOf(style.Rules).OrderBy(l => l == style.Language ? 0 : 1))
            {
                var other = style with { Groups = groups, Language = language };
                var difference = language == style.Language ? HeaderDifference.Groups : HeaderDifference.Language;
                foreach (var separator in separators)
                    if (other != style || separator != style.Separator) yield return (Predict(section, other), separator, difference);
            }
        }
    }

    /// <summary>
    /// How select_multiple questions are laid out, as far as headers tell: columns that no header needs are not expected, so that another question of
    /// that label is not mistaken for them.
    /// </summary>
    public SelectMultipleLayout LayoutOf(StyleFound found, IReadOnlyList<SheetHeaders> sheets)
    {
        var all = Count(_ => true);
        if (Count(c => c.Role != ColumnRole.Chosen) == all) return SelectMultipleLayout.Single;
        return Count(c => !IsSingle(c)) == all ? SelectMultipleLayout.Separate : SelectMultipleLayout.Both;

        int Count(Func<PredictedColumn, bool> isExpected) =>
            sheets.Select((sheet, i) => found.Sections[i] is { } section ? Matched(section, found.Style, sheet, found.Mode, isExpected) : 0).Sum();
    }

    /// <summary>Whether a layout has a column.</summary>
    public static bool Has(SelectMultipleLayout layout, PredictedColumn column) => layout switch
    {
        SelectMultipleLayout.Single => column.Role != ColumnRole.Chosen,
        SelectMultipleLayout.Separate => !IsSingle(column),
        _ => true,
    };

    private static bool IsSingle(PredictedColumn column) => column.Role == ColumnRole.Answer && column.Question.Newest.Type == QuestionType.SelectMultiple;

    private StyleFound Best(HeaderRules rules, IReadOnlyList<SheetHeaders> sheets, HeaderMode mode)
    {
        StyleFound? best = null;
        foreach (var language in LanguagesOf(rules))
        {
            foreach (var groups in GroupsOf(rules))
            {
                foreach (var separator in Separators(new(rules, language, groups, "/"), sheets, mode))
                {
                    var found = Score(new(rules, language, groups, separator), sheets, mode);
                    if (best is null || found.Matched > best.Matched) best = found;
                }
            }
        }

        return best!;
    }

    private IEnumerable<string> Separators(HeaderStyle style, IReadOnlyList<SheetHeaders> sheets, HeaderMode mode)
    {
        if (style.Rules == HeaderRules.Central) return mode == HeaderMode.Exact ? ["-", ".", ":", "/"] : ["-"];
        if (mode != HeaderMode.Exact) return mode == HeaderMode.Letters ? ["/"] : MangledSeparators;
        var predicted = sheets.SelectMany(s => s.Sections).Distinct().SelectMany(s => Predict(s, style)).ToList();
        return SeparatorSearch.Candidates(predicted, [.. sheets.SelectMany(s => s.Headers).OfType<string>()]);
    }

    private StyleFound Score(HeaderStyle style, IReadOnlyList<SheetHeaders> sheets, HeaderMode mode)
    {
        var matched = 0;
        var sections = ImmutableArray.CreateBuilder<Section?>(sheets.Count);
        foreach (var sheet in sheets)
        {
            var (best, bestMatched) = ((Section?)null, -1);
            foreach (var section in sheet.Sections)
            {
                if (sections.Contains(section)) continue;
                var count = Matched(section, style, sheet, mode, _ => true);
                if (count > bestMatched) (best, bestMatched) = (section, count);
            }

            matched += Math.Max(0, bestMatched);
            sections.Add(best);
        }

        return new(style, mode, matched, sections.MoveToImmutable());
    }

    private int Matched(Section section, HeaderStyle style, SheetHeaders sheet, HeaderMode mode, Func<PredictedColumn, bool> isExpected)
    {
        var predicted = HeaderModes.Count(Predict(section, style).Where(isExpected).Select(p => mode.KeyOf(p.Header(style.Separator))));
        var matched = 0;
        foreach (var (key, count) in HeaderModes.Count(mode.KeysOf(sheet.Headers, predicted)))
            matched += Math.Min(count, predicted.GetValueOrDefault(key));
        return matched;
    }

    private IEnumerable<string?> LanguagesOf(HeaderRules rules) => rules != HeaderRules.Kobo
        ? [HeaderStyle.Xml]
        : [HeaderStyle.Xml, .. survey.Forms.SelectMany(f => f.Languages.IsEmpty ? [null] : f.Languages).Distinct(StringComparer.Ordinal)];

    private static bool[] GroupsOf(HeaderRules rules) => rules == HeaderRules.Path ? [true] : rules == HeaderRules.Central ? [true, false] : [false, true];
}
