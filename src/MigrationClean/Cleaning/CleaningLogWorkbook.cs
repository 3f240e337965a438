using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;

namespace MigrationClean.Cleaning;

/// <summary>What stands in a cleaning log's workbook.</summary>
internal sealed record CleaningLogSheets
{
    /// <summary>The log.</summary>
    public required CleaningLog Log { get; init; }

    /// <summary>Its rows, by <see cref="CleaningLog.Columns"/>.</summary>
    public required IReadOnlyList<string[]> Lines { get; init; }

    /// <summary>Rows of the deletion log, by <see cref="DeletionLog.Columns"/>.</summary>
    public required IReadOnlyList<string[]> Removed { get; init; }

    /// <summary>SHA-256 of each export, with its name.</summary>
    public ImmutableArray<(string File, string Sha256)> Data { get; init; } = [];

    /// <summary>Name and version of the program.</summary>
    public required string Tool { get; init; }

    /// <summary>Language of the texts.</summary>
    public Language Language { get; init; }
}

/// <summary>Writes <c>cleaning-log.xlsx</c>: the log ready to be filled in by people who know spreadsheets and not us (cleaning §5.6).</summary>
/// <remarks>All values are text cells. The rows go out as they come.</remarks>
internal static class CleaningLogWorkbook
{
    private const int MostRows = 1_048_576;


    /// <summary>Writes the workbook: the same bytes for the same log.</summary>
    /// <exception cref="InputException">FILE-13: more lines than a sheet holds, or too long a text; nothing is ever cut.</exception>
    public static void Write(CleaningLogSheets sheets, Stream stream)
    {
        if (sheets.Lines.Count >= MostRows)
            throw new InputException("FILE-13/rows", null, new FindingArgument("n", sheets.Lines.Count.ToString(CultureInfo.InvariantCulture)));

        var texts = Messages.For(sheets.Language);
        var rules = new CleaningLogRules(texts);
        var hasLines = sheets.Lines.Count > 0;
        var log = LogSheet.Of("cleaning_log", CleaningLog.Columns, CleaningLog.ToFill, sheets.Lines, frozenColumns: 2) with
        {
            Lists = hasLines ? rules.ListsOf(sheets.Log) : [],
        };
        PaperSheet[] all =
        [
            ReadMe(sheets, texts),
            log,
            LogSheet.Of("others", OthersSheet.Columns, OthersSheet.ToFill, [], frozenColumns: 2),
            LogSheet.Of("deletion_log", DeletionLog.Columns, [], sheets.Removed, frozenColumns: 1),
            Summary(sheets, texts),
        ];
        PaperWorkbook.Write(hasLines ? [.. all, rules.Sheet] : all, hasLines ? rules.Ranges : [], stream);
    }

    private static PaperSheet ReadMe(CleaningLogSheets sheets, Messages texts)
    {
        var rows = new List<PaperRow> { new([Text("title")], Tone: 1) };
        foreach (var part in (ReadOnlySpan<string>)["confidential", "purpose", "how-1", "how-2", "how-3", "how-4"]) rows.Add(new([Text(part)]));
        rows.Add(new([""]));
        foreach (var type in CleaningLog.ChangeTypes) rows.Add(new([Text(type)]));
        rows.Add(new([""]));
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

    private static PaperSheet Summary(CleaningLogSheets sheets, Messages texts)
    {
        var counts = sheets.Log.Entries.CountBy(e => e.Finding.Check.Code).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (string[])[c.Key, Title(texts, c.Key), Number(c.Value)]);
        return LogSheet.Of(
            "summary",
            ["code", Text("summary-check"), Text("summary-lines")],
            [],
            [.. counts, ["", Text("summary-total"), Number(sheets.Log.Entries.Length)]],
            frozenColumns: 0);

        string Text(string part) => texts.Text("workbook/cleaning-log", part);
    }

    private static string Title(Messages texts, string code) => texts.Has(code, "title") ? texts.Text(code, "title") : "";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
