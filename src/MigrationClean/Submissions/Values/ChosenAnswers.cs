using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Values;

/// <summary>A separate column of a select_multiple.</summary>
/// <param name="Choice">The choice's name.</param>
/// <param name="Value">Canonical: <c>1</c>, <c>0</c> or blank.</param>
internal readonly record struct ChoiceColumn(string Choice, Column Value);

/// <summary>
/// The answers of a select_multiple as names joined by one blank: from the single column, with the help of the separate ones where its labels can be cut
/// in several ways, or from the separate ones alone (kobo-exports §5, §16.4).
/// </summary>
internal static class ChosenAnswers
{
    /// <summary>The answer that a text of the single column stands for, or <see langword="null"/> if it can't be told.</summary>
    public static string? Only(ChoiceNames names, string text, int form, bool isXml) => Ways(names, text, form, isXml) is [var one] ? one : null;

    /// <summary>Answers from the single column.</summary>
    /// <param name="names">The names of the choices.</param>
    /// <param name="single">The single column.</param>
    /// <param name="separate">The separate columns; may be none.</param>
    /// <param name="versions">The rows' form versions.</param>
    /// <param name="isXml">Whether the cells hold names.</param>
    /// <param name="isBlank">Whether a text stands for a blank cell.</param>
    public static Column FromSingle(
        ChoiceNames names, Column single, IReadOnlyList<ChoiceColumn> separate, RowVersions versions, bool isXml, Func<string, bool> isBlank)
    {
        Dictionary<(string, int), ImmutableArray<string>> ways = [];
        var isAmbiguous = false;
        var plain = versions.Rewrite(single, (text, form) =>
        {
            if (isBlank(text)) return null;
            var found = ways[(text, form)] = Ways(names, text, form, isXml);
            isAmbiguous |= found.Length > 1;
            return found is [var one] ? one : text;
        });
        return isAmbiguous && separate.Count > 0 ? Resolved(single, separate, versions, ways, isBlank) : plain;
    }

    /// <summary>Answers from the separate columns: the chosen names in the order of the list. Blank where nothing is chosen.</summary>
    public static Column FromSeparate(ChoiceNames names, IReadOnlyList<ChoiceColumn> separate, RowVersions versions)
    {
        var rows = separate[0].Value.RowCount;
        var combinations = new RowCombinations(rows);
        versions.AddTo(combinations);
        var (codes, isChosen) = Add(combinations, separate);
        var kinds = separate.Aggregate(CellKinds.None, (k, c) => k | c.Value.Kinds);
        var texts = combinations.FirstRows().Select(row =>
        {
            var chosen = Enumerable.Range(0, separate.Count).Where(c => isChosen[c][codes[c][row]] == true).Select(c => separate[c].Choice);
            return string.Join(' ', InOrder(chosen, names.Of(versions.Of(row)), names.Names));
        });
        return combinations.Build([.. texts], kinds);
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> chosen, ImmutableArray<WrittenChoice> list, ImmutableArray<string> all)
    {
        string[] order = [.. list.Select(w => w.Name).Concat(all).Distinct(StringComparer.Ordinal)];
        return chosen.Distinct(StringComparer.Ordinal).OrderBy(c => Array.IndexOf(order, c) is >= 0 and var place ? place : int.MaxValue);
    }

    private static Column Resolved(
        Column single,
        IReadOnlyList<ChoiceColumn> separate,
        RowVersions versions,
        Dictionary<(string, int), ImmutableArray<string>> ways,
        Func<string, bool> isBlank)
    {
        var combinations = new RowCombinations(single.RowCount);
        var singleCodes = single.CodesOfAllRows();
        combinations.Add(singleCodes, single.ValueCount);
        versions.AddTo(combinations);
        var (codes, isChosen) = Add(combinations, separate);
        var texts = combinations.FirstRows().Select(row =>
        {
            var text = single.Text(singleCodes[row]);
            if (text.Length == 0 || isBlank(text)) return null;
            var found = ways[(text, versions.Of(row))];
            if (found.Length == 1) return found[0];
            string[] agreeing = [.. found.Where(way => Agrees(way.Split(' '), row))];
            return agreeing is [var one] ? one : text;
        });
        return combinations.Build([.. texts], single.Kinds);

        bool Agrees(string[] way, int row) => Enumerable.Range(0, separate.Count)
            .All(c => isChosen[c][codes[c][row]] is not { } chosen || chosen == way.Contains(separate[c].Choice, StringComparer.Ordinal));
    }

    private static (int[][] Codes, bool?[][] IsChosen) Add(RowCombinations combinations, IReadOnlyList<ChoiceColumn> separate)
    {
        var codes = new int[separate.Count][];
        var isChosen = new bool?[separate.Count][];
        for (var c = 0; c < separate.Count; c++)
        {
            var column = separate[c].Value;
            codes[c] = column.CodesOfAllRows();
            isChosen[c] = [.. Enumerable.Range(0, column.ValueCount).Select(code => column.Utf8(code) switch { [(byte)'1'] => true, [(byte)'0'] => false, _ => (bool?)null })];
            combinations.Add(codes[c], column.ValueCount);
        }

        return (codes, isChosen);
    }

    private static ImmutableArray<string> Ways(ChoiceNames names, string text, int form, bool isXml)
    {
        if (isXml)
        {
            // Names are told apart by blanks; a single one may have been typed.
            return [text.Contains(' ', StringComparison.Ordinal) ? text : names.NameOf(text, form) ?? text];
        }

        if (!text.Contains(' ', StringComparison.Ordinal) && names.NameOf(text, form) is { } one) return [one];
        var own = names.Of(form);
        foreach (var (written, allowsUnknown) in (ReadOnlySpan<(ImmutableArray<WrittenChoice>, bool)>)[(own, false), (Any(names), false), (Any(names), true)])
        {
            var ways = ChosenLabels.Ways(text, written, allowsUnknown);
            if (ways.Length > 0) return [.. ways.Select(w => string.Join(' ', w)).Distinct(StringComparer.Ordinal)];
        }

        return [];
    }

    private static ImmutableArray<WrittenChoice> Any(ChoiceNames names) =>
        [.. names.All.Concat(names.Names.Select(n => new WrittenChoice(n, n))).Distinct()];
}
