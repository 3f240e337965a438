using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;

namespace MigrationClean.Cleaning;

/// <summary>Writes <c>cleaning-log.xlsx</c>: the log ready to be filled in by people who know spreadsheets and not us (cleaning §5.6).</summary>
/// <remarks>Values are text cells. The rows go out as they come: linear in the lines. Why not by a library: see <see cref="PaperWorkbook"/>.</remarks>
internal static class CleaningLogWorkbook
{
    private const int MostRows = 1_048_576;
    private static readonly string[] DeletionToFill = ["reason", "decided_by", "decided_at", "replaced_by"];
    private static readonly string[] OthersToFill = [.. OthersSheet.ToFill, "explanation", "exception", "reviewed_by", "reviewed_at"];

    /// <summary>Writes the workbook: the same bytes for the same log.</summary>
    /// <exception cref="InputException">FILE-13: more lines than a sheet holds, or too long a text; nothing is ever cut.</exception>
    public static void Write(CleaningLogSheets sheets, Stream stream)
    {
        foreach (var rows in (IReadOnlyList<LogRow>[])[sheets.Lines, sheets.Others, sheets.Removed])
            if (rows.Count >= MostRows) throw new InputException("FILE-13/rows", null, new FindingArgument("n", rows.Count.ToString(CultureInfo.InvariantCulture)));

        var texts = Messages.For(sheets.Language);
        var rules = new CleaningLogRules(texts, sheets.Labels);
        ImmutableArray<string> columns = [.. CleaningLog.Columns, .. sheets.MoreColumns];
        PaperSheet[] all =
        [
            ReadMe(sheets, texts),
            LogSheet.Of("cleaning_log", columns, [.. CleaningLog.ToFill, .. sheets.MoreColumns], sheets.Lines, frozenColumns: 2) with { Lists = LogLists(sheets, rules) },
            LogSheet.Of("others", sheets.OthersColumns, OthersToFill, sheets.Others, frozenColumns: 2) with { Lists = OthersLists(sheets, rules) },
            LogSheet.Of("deletion_log", sheets.DeletionColumns, DeletionToFill, sheets.Removed, frozenColumns: 1) with { Lists = DeletionLists(sheets, rules) },
            Enumerators(sheets, texts),
            Summary(sheets, texts),
        ];
        PaperWorkbook.Write(rules.HasLists ? [.. all, rules.Sheet] : all, rules.HasLists ? rules.Ranges : [], stream);
    }

    /// <summary>Writes a workbook with one sheet of lines, in the columns of another tool, besides the lists of values.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="lines">The lines, by the columns.</param>
    /// <param name="sheets">Language and labels.</param>
    /// <param name="stream">Where to; seeks.</param>
    /// <exception cref="InputException">FILE-13, as <see cref="Write"/>.</exception>
    public static void WritePlain(ImmutableArray<string> columns, IReadOnlyList<LogRow> lines, CleaningLogSheets sheets, Stream stream)
    {
        var rules = new CleaningLogRules(Messages.For(sheets.Language), sheets.Labels) { QuestionColumn = columns.IndexOf("question") };
        ImmutableArray<PaperList> lists = lines.Count == 0 ? [] :
        [
            rules.Words(columns.IndexOf("change_type"), lines.Count, "change_type", CleaningLog.ChangeTypes),
            .. CleaningLogRules.Values(columns.IndexOf("new_value"), lines, rules.NewValue),
        ];
        var log = LogSheet.Of("cleaning_log", columns, [], lines, frozenColumns: 1) with { Lists = lists };
        PaperWorkbook.Write(rules.HasLists ? [log, rules.Sheet] : [log], rules.HasLists ? rules.Ranges : [], stream);
    }

    private static ImmutableArray<PaperList> LogLists(CleaningLogSheets sheets, CleaningLogRules rules) => sheets.Lines.Count == 0 ? [] :
    [
        rules.Words(CleaningLog.Columns.IndexOf("change_type"), sheets.Lines.Count, "change_type", CleaningLog.ChangeTypes),
        rules.Words(CleaningLog.Columns.IndexOf("exception"), sheets.Lines.Count, "exception", ["yes"]),
        .. CleaningLogRules.Values(CleaningLog.Columns.IndexOf("new_value"), sheets.Lines, rules.NewValue),
    ];

    private static ImmutableArray<PaperList> OthersLists(CleaningLogSheets sheets, CleaningLogRules rules) => sheets.Others.Count == 0 ? [] :
    [
        .. CleaningLogRules.Values(sheets.OthersColumns.IndexOf("existing_other"), sheets.Others, rules.Existing),
        rules.Words(sheets.OthersColumns.IndexOf("invalid_other"), sheets.Others.Count, "exception", ["yes"]),
    ];

    private static ImmutableArray<PaperList> DeletionLists(CleaningLogSheets sheets, CleaningLogRules rules) => sheets.Removed.Count == 0 ? [] :
        [rules.Words(sheets.DeletionColumns.IndexOf("reason"), sheets.Removed.Count, "reason", DeletionReader.Reasons, isStrict: false)];

    private static PaperSheet ReadMe(CleaningLogSheets sheets, Messages texts)
    {
        var rows = new List<PaperRow> { new([Text("title")], Tone: 1) };
        foreach (var part in (ReadOnlySpan<string>)["confidential", "purpose", "how-1", "how-2", "how-3", "how-4", "how-5", "how-6"]) rows.Add(new([Text(part)]));
        rows.Add(new([""]));
        foreach (var type in CleaningLog.ChangeTypes) rows.Add(new([Text(type)]));
        rows.Add(new([""]));
        foreach (var threshold in sheets.Thresholds) rows.Add(new([threshold]));
        foreach (var (file, sha256) in sheets.Data) rows.Add(new([Text("data-hash", new FindingArgument("text", $"{file} {sha256}"))]));
        rows.Add(new([Text("tool", new FindingArgument("text", sheets.Tool))]));
        return new()
        {
            Name = "readme",
            Columns = [new("", 100, CellLook.Text) { Tones = [new() { IsBold = true, Points = 14 }] }],
            Rows = rows,
        };

        string Text(string part, params ImmutableArray<FindingArgument> arguments) => texts.Text("workbook/cleaning-log", part, arguments);
    }

    private static PaperSheet Enumerators(CleaningLogSheets sheets, Messages texts)
    {
        var place = CleaningLog.Columns.IndexOf("enumerator");
        var lines = sheets.Lines.CountBy(line => line.Cells[place], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var removed = sheets.Removed.CountBy(row => row.Cells[DeletionLog.Columns.IndexOf("enumerator")], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var interviews = sheets.Enumerators.ToDictionary(e => e.Enumerator, e => e.Interviews, StringComparer.Ordinal);
        var names = lines.Keys.Concat(removed.Keys).Concat(interviews.Keys).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return LogSheet.Of(
            "enumerators",
            ["enumerator", Text("interviews"), Text("summary-lines"), Text("deletions")],
            [],
            [.. names.Select(name => new LogRow([name, Count(interviews, name), Count(lines, name), Count(removed, name)]))],
            frozenColumns: 1);

        string Text(string part) => texts.Text("workbook/cleaning-log", part);
        static string Count(Dictionary<string, int> counts, string name) => counts.TryGetValue(name, out var count) ? Number(count) : "";
    }

    private static PaperSheet Summary(CleaningLogSheets sheets, Messages texts)
    {
        var place = CleaningLog.Columns.IndexOf("check_id");
        var counts = sheets.Lines.SelectMany(line => line.Cells[place].Split(';', StringSplitOptions.RemoveEmptyEntries)).CountBy(code => code, StringComparer.Ordinal)
            .OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new LogRow([c.Key, Title(texts, c.Key), Number(c.Value)]));
        return LogSheet.Of(
            "summary",
            ["code", Text("summary-check"), Text("summary-lines")],
            [],
            [.. counts, new(["", Text("summary-total"), Number(sheets.Lines.Count)])],
            frozenColumns: 0);

        string Text(string part) => texts.Text("workbook/cleaning-log", part);
    }

    private static string Title(Messages texts, string code) => texts.Has(code, "title") ? texts.Text(code, "title") : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
