using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Anonymisation;
using MigrationClean.Forms;

namespace MigrationClean.Writing;

/// <summary>What each column means and what was done to it: <c>codebook.csv</c> and the workbook's sheets <c>codebook</c> and <c>choices</c> (tables-and-settings §9).</summary>
/// <remarks>Columns of the input that are not released stand below the released ones of their table, with what was done to them and nothing else.</remarks>
internal sealed partial class Codebook
{
    private static readonly string[] Before = ["table", "name", "type", "list"];

    private static readonly string[] After =
    [
        "choices", "asked", "asked_xpath", "role", "method", "parameters", "n", "not_asked", "refused", "dont_know", "suppressed", "missing", "changed",
        "spss_name", "stata_name", "old_name",
    ];

    private readonly AnonymisedSubmissions _submissions;
    private readonly string? _labels;
    private readonly string?[] _languages;
    private readonly int _smallestCount;
    private readonly FrozenDictionary<(string? Table, string Column), ColumnTreatment> _treatments;

    /// <summary>A codebook of a release.</summary>
    /// <param name="submissions">The release.</param>
    /// <param name="labels">Language of the labels in <c>choices</c>; <see langword="null"/> = the first one.</param>
    public Codebook(AnonymisedSubmissions submissions, string? labels)
    {
        _submissions = submissions;
        _labels = labels;
        _smallestCount = SmallestCount(submissions.Level);
        _languages = [.. Texts(submissions).SelectMany(t => t.Languages).Distinct(StringComparer.Ordinal)];
        _treatments = submissions.Treatments.DistinctBy(t => (t.Table, t.Column)).ToFrozenDictionary(t => (t.Table, t.Column));
    }

    /// <summary>Smallest count of submissions that a level shows: its threshold for keys (anonymisation §7).</summary>
    public static int SmallestCount(ReleaseLevel level) => level switch
    {
        ReleaseLevel.Public => 5,
        ReleaseLevel.Partner => 3,
        _ => 1,
    };

    /// <summary>A count as the level shows it: <c>&lt;5</c> where it is positive and below the threshold.</summary>
    public static string Count(int count, int smallest) =>
        count > 0 && count < smallest ? $"<{Number(smallest)}" : Number(count);

    /// <summary>A role in the plan's words, joined by <c>+</c>.</summary>
    public static string Words(PrivacyRole role) => role == PrivacyRole.Unknown
        ? "unknown"
        : string.Join('+', Enum.GetValues<PrivacyRole>().Where(r => r != PrivacyRole.Unknown && role.HasFlag(r)).Select(Word));

    /// <summary>Whether a column's name is one that a form gives. Any other header is a person's free text and stays out of <c>share/</c>.</summary>
    public static bool IsFormName(string name) => FormName.IsMatch(name);

    /// <summary>What was done to a released column, or <see langword="null"/> for one that we made.</summary>
    public ColumnTreatment? TreatmentOf(AnonymisedTable table, AnonymisedColumn column) =>
        Find(table, column.Name) ?? (column.Question is { } question ? Find(table, question.Name) ?? Find(table, question.Path) : null);

    /// <summary>What was done to the columns that no released column comes from, those with a form's name only.</summary>
    public IEnumerable<ColumnTreatment> Withheld()
    {
        var released = _submissions.Tables.SelectMany(t => t.Columns.Select(c => TreatmentOf(t, c))).OfType<ColumnTreatment>().ToHashSet();
        return _submissions.Treatments.Where(t => !released.Contains(t) && IsFormName(t.Column));
    }

    /// <summary>The table of <c>codebook.csv</c> and of the sheet.</summary>
    public OutputTable Columns()
    {
        var rows = new List<string[]>();
        var withheld = Withheld().ToLookup(t => t.Table, StringComparer.Ordinal);
        foreach (var table in _submissions.Tables)
        {
            rows.AddRange(table.Columns.Select(c => Row(table, c)));
            rows.AddRange(withheld[table.Path].Select(t => Row(table.Name, t)));
        }

        foreach (var other in withheld.Where(g => _submissions.Tables.All(t => t.Path != g.Key)))
            rows.AddRange(other.Select(t => Row(other.Key!, t)));
        return OutputTable.OfTexts("codebook", [.. Before, .. _languages.Select(LabelHeader), .. After], rows);
    }

    /// <summary>The sheet <c>choices</c>: every value label, values of one column below each other in order.</summary>
    public OutputTable Choices() => OutputTable.OfTexts(
        "choices",
        ["table", "column", "value", .. _languages.Select(LabelHeader)],
        [.. Labelled().SelectMany(c => c.Column.ValueLabels.Select(v => (string[])[c.Table.Name, c.Column.Name, v.Value, .. InAllLanguages(v.Label)]))]);

    /// <summary>Where the values of each labelled column stand in the sheet <c>choices</c>.</summary>
    /// <returns>Table, index of the column, range with absolute references.</returns>
    public IEnumerable<(AnonymisedTable Table, int Column, string Range)> ChoiceRanges()
    {
        var row = 2;
        foreach (var (table, column) in Labelled())
        {
            var last = row + column.ValueLabels.Length - 1;
            // The values of a select_multiple stand in its cells joined by blanks: no list could hold them.
            if (column.Kind == ValueKind.Code && column.Choice is null && column.Question?.Type.IsSelectMultiple() != true && column.Question?.Type != QuestionType.Rank)
                yield return (table, table.Columns.IndexOf(column), $"choices!$C${Number(row)}:$C${Number(last)}");
            row = last + 1;
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Word(PrivacyRole role) => role switch
    {
        PrivacyRole.Direct => "direct",
        PrivacyRole.Linking => "linking",
        PrivacyRole.Quasi => "quasi",
        PrivacyRole.Sensitive => "sensitive",
        PrivacyRole.Geo => "geo",
        PrivacyRole.Time => "time",
        PrivacyRole.Text => "text",
        PrivacyRole.Media => "media",
        PrivacyRole.Paradata => "paradata",
        PrivacyRole.Weight => "weight",
        PrivacyRole.Analytic => "analytic",
        _ => "consent",
    };

    private static string LabelHeader(string? language) => language is null ? "label" : $"label::{language}";

    private static IEnumerable<LocalText> Texts(AnonymisedSubmissions submissions) =>
        submissions.Tables.SelectMany(t => t.Columns).SelectMany(c => c.ValueLabels.Select(v => v.Label).Prepend(c.Label));

    private IEnumerable<(AnonymisedTable Table, AnonymisedColumn Column)> Labelled() =>
        _submissions.Tables.SelectMany(t => t.Columns.Where(c => !c.ValueLabels.IsEmpty).Select(c => (t, c)));

    private ColumnTreatment? Find(AnonymisedTable table, string column) => _treatments.GetValueOrDefault((table.Path, column));

    private string[] Row(AnonymisedTable table, AnonymisedColumn column)
    {
        var treatment = TreatmentOf(table, column);
        var question = column.Question;
        var filled = table.RowCount - column.Values.CountByCode()[0];
        string[] after =
        [
            string.Join(';', column.ValueLabels.Select(v => $"{v.Value}={v.Label.InOrFirst(_labels) ?? ""}")),
            "",
            question?.Relevant?.Text ?? "",
            treatment is null ? "" : Words(treatment.Role),
            treatment?.Method ?? "",
            treatment?.Parameters ?? "",
            Count(filled, _smallestCount),
            "", "", "",
            treatment is null ? "" : Count(treatment.Blanked, _smallestCount),
            Count(table.RowCount - filled, _smallestCount),
            "", "", "", "",
        ];
        return [table.Name, column.Name, question?.TypeText.Split(' ')[0] ?? "", question?.ListName ?? "", .. InAllLanguages(column.Label), .. after];
    }

    private string[] Row(string table, ColumnTreatment withheld)
    {
        var row = new string[Before.Length + _languages.Length + After.Length];
        Array.Fill(row, "");
        (row[0], row[1]) = (table, withheld.Column);
        var role = Before.Length + _languages.Length + Array.IndexOf(After, "role");
        (row[role], row[role + 1], row[role + 2]) = (Words(withheld.Role), withheld.Method, withheld.Parameters);
        return row;
    }

    private IEnumerable<string> InAllLanguages(LocalText text) => _languages.Select(l => text.In(l) ?? "");

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{N}_.\-/]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FormName { get; }
}
