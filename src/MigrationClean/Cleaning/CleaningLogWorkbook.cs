using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

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
/// <remarks>All values are text cells. Memory grows with the lines, about 10 KB each: it is for what people can work through.</remarks>
internal static class CleaningLogWorkbook
{
    private const int MostRows = 1_048_576;

    private static readonly ImmutableArray<string> OthersColumns =
    [
        "uuid", "table", "row_path", "question", "parent_question", "text", "translation", "options", "true_other", "existing_other", "invalid_other",
        "elsewhere",
    ];

    private static readonly ImmutableArray<string> OthersToFill = ["translation", "true_other", "existing_other", "invalid_other", "elsewhere"];

    /// <summary>Writes the workbook: the same bytes for the same log.</summary>
    /// <exception cref="InputException">FILE-13: more lines than a sheet holds, or too long a text; nothing is ever cut.</exception>
    public static void Write(CleaningLogSheets sheets, Stream stream)
    {
        if (sheets.Lines.Count >= MostRows)
            throw new InputException("FILE-13/rows", null, new FindingArgument("n", sheets.Lines.Count.ToString(CultureInfo.InvariantCulture)));

        var texts = Messages.For(sheets.Language);
        using var workbook = new XLWorkbook();
        AddReadMe(workbook, sheets, texts);
        var log = LogSheet.Add(workbook, "cleaning_log", CleaningLog.Columns, CleaningLog.ToFill, sheets.Lines, frozenColumns: 2);
        LogSheet.Add(workbook, "others", OthersColumns, OthersToFill, [], frozenColumns: 2);
        LogSheet.Add(workbook, "deletion_log", DeletionLog.Columns, [], sheets.Removed, frozenColumns: 1);
        AddSummary(workbook, sheets, texts);
        if (sheets.Lines.Count > 0) new CleaningLogRules(workbook, texts).Apply(log, sheets.Log);

        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        saved.Position = 0;
        DeterministicPackage.Copy(saved, stream);
    }

    private static void AddReadMe(XLWorkbook workbook, CleaningLogSheets sheets, Messages texts)
    {
        var sheet = workbook.AddWorksheet("readme");
        sheet.Column(1).Width = 100;
        sheet.Column(1).Style.Alignment.SetWrapText(true).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        var row = 1;
        Add("title").Style.Font.SetBold(true).Font.SetFontSize(14);
        foreach (var part in (ReadOnlySpan<string>)["confidential", "purpose", "how-1", "how-2", "how-3", "how-4"]) Add(part);
        row++;
        foreach (var type in CleaningLog.ChangeTypes) Add(type);
        row++;
        foreach (var (file, sha256) in sheets.Data) Add("data-hash", new FindingArgument("text", $"{file} {sha256}"));
        Add("tool", new FindingArgument("text", sheets.Tool));

        IXLCell Add(string part, params ImmutableArray<FindingArgument> arguments) =>
            sheet.Cell(row++, 1).SetValue(texts.Text("workbook/cleaning-log", part, arguments));
    }

    private static void AddSummary(XLWorkbook workbook, CleaningLogSheets sheets, Messages texts)
    {
        var counts = sheets.Log.Entries.CountBy(e => e.Finding.Check.Code).OrderBy(c => c.Key, StringComparer.Ordinal)
            .Select(c => (string[])[c.Key, Title(texts, c.Key), Number(c.Value)]);
        LogSheet.Add(
            workbook,
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
