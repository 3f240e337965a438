using System.Globalization;
using System.Text;
using ClosedXML.Excel;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Tests.Forms;
using MigrationClean.Tests.Ingest;

namespace MigrationClean.Tests.Cleaning.Reading;

/// <summary>Logs as people and other tools write them, read and printed.</summary>
internal static class MadeLog
{
    /// <summary>A form with a question of each kind that spreadsheets treat in their own way.</summary>
    public static readonly Form Form = Sheets.Form(
        """
        type                     | name        | label             | relevant
        text                     | phone       | Telephone         |
        integer                  | age         | Age               |
        decimal                  | wage        | Wage              |
        date                     | born        | Born              |
        select_one sex           | sex         | Sex               |
        select_one region        | region      | Region            |
        select_one work          | work        | Work              |
        text                     | work_other  | Other work        | ${work} = 'other'
        select_multiple need     | need        | Needs             |
        text                     | need_other  | Other need        | selected(${need}, 'other')
        begin_repeat             | child       | Child             |
        integer                  | child_age   | Age of child      |
        end_repeat               |             |                   |
        """,
        """
        list_name | name    | label        | label::ru
        sex       | male    | Male         | Мужчина
        sex       | female  | Female       | Женщина
        region    | 01      | Batken       | Баткен
        region    | 02      | Osh          | Ош
        work      | farm    | Farm         | Ферма
        work      | trade   | Trade        | Торговля
        work      | other   | Other        | Другое
        need      | food    | Food         | Еда
        need      | cash    | Cash         | Деньги
        need      | other   | Other        | Другое
        """);

    /// <summary>Reads a text log.</summary>
    public static ReadLog Csv(string text, LogOptions? options = null, Encoding? encoding = null, bool withForm = true)
    {
        using var folder = new TemporaryFolder();
        return LogReader.Read(folder.Text("log.csv", text, encoding), options ?? new(), withForm ? [Form] : []);
    }

    /// <summary>Reads a workbook that another writer made.</summary>
    public static ReadLog Xlsx(Action<XLWorkbook> fill, LogOptions? options = null)
    {
        using var folder = new TemporaryFolder();
        return LogReader.Read(folder.Bytes("log.xlsx", Workbook(fill)), options ?? new(), [Form]);
    }

    /// <summary>A workbook that another writer made.</summary>
    public static byte[] Workbook(Action<XLWorkbook> fill)
    {
        using var workbook = new XLWorkbook();
        fill(workbook);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    /// <summary>A sheet with a header and rows of text.</summary>
    public static IXLWorksheet Sheet(this XLWorkbook workbook, string name, string header, params string[] rows)
    {
        var sheet = workbook.AddWorksheet(name);
        var lines = rows.Prepend(header).ToList();
        for (var r = 0; r < lines.Count; r++)
        {
            var cells = lines[r].Split(',');
            for (var c = 0; c < cells.Length; c++)
                if (cells[c].Length > 0) sheet.Cell(r + 1, c + 1).SetValue(cells[c]);
        }

        return sheet;
    }

    /// <summary>The entries, one a line: row, key, place, change.</summary>
    public static string Print(this ReadLog log) => string.Join('\n', log.Entries.Select(Print));

    /// <summary>The findings, one a line: place, code, severity, message with values.</summary>
    public static string Findings(this ReadLog log, Language language = Language.English) => string.Join('\n', log.Findings.Select(f => Print(f, language)));

    private static string Print(LogEntry e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.Location.Row} {e.Submission}{(e.Table is null ? "" : $" {e.Table}")}{(e.RowPath is null ? "" : $"[{e.RowPath}]")}{(e.RowKey is null ? "" : $" <{e.RowKey}>")} {e.Question}: {e.ChangeType} {(e.HasOldValue ? e.OldValue ?? "∅" : "?")} → {e.NewValue ?? "∅"}{(e.Reason is null ? "" : $" ({e.Reason})")}");

    private static string Print(Finding f, Language language)
    {
        var place = $"{f.Location.Sheet}{(f.Location.Row is { } row ? $" {row.ToString(CultureInfo.InvariantCulture)}" : "")} {f.Location.Column ?? "-"}".Trim();
        return $"{place} | {f.Check.Code} {f.Severity} | {Messages.For(language).Text(f.MessageKey, "message", f.Arguments, showValues: true)}";
    }
}
