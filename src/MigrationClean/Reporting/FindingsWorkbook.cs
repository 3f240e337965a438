using System.Globalization;
using ClosedXML.Excel;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Reporting;

/// <summary>
/// The findings as a workbook for people: frozen header, filter, severities in colour and as words. Holds answers: for <c>restricted/</c>
/// alone.
/// </summary>
public static class FindingsWorkbook
{
    /// <summary>Findings beyond this are in the CSV file alone: a workbook of hundreds of thousands of rows opens on no laptop.</summary>
    public const int MostRows = 20_000;

    private const int LongestCell = 32_767;
    private const double NarrowWidth = 12;

    private static readonly Dictionary<string, double> Widths = new(StringComparer.Ordinal)
    {
        ["finding_id"] = 18,
        ["check"] = 26,
        ["submission"] = 38,
        ["group_key"] = 38,
        ["question"] = 22,
        ["label"] = 40,
        ["value"] = 24,
        ["value_label"] = 24,
        ["expected"] = 20,
        ["message"] = 70,
        ["related_submission"] = 38,
        ["file"] = 24,
        ["sheet"] = 18,
        ["column"] = 28,
    };

    /// <summary>
    /// Writes the workbook: every cell is text, so that leading zeros and long digits survive, and none is a formula. The stream stays
    /// open.
    /// </summary>
    public static void Write(FindingsTable table, Stream output) => Write(table, output, MostRows);

    /// <summary>As the other, with another limit.</summary>
    internal static void Write(FindingsTable table, Stream output, int mostRows)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.Worksheets.Add(table.SheetName);
        for (var column = 0; column < FindingsTable.Columns.Length; column++)
        {
            sheet.Cell(1, column + 1).SetValue(FindingsTable.Columns[column]);
            sheet.Column(column + 1).Width = Widths.GetValueOrDefault(FindingsTable.Columns[column], NarrowWidth);
        }

        var row = 1;
        var severities = new List<(Severity Severity, int First, int Last)>();
        foreach (var (severity, cells) in table.Rows().Take(mostRows))
        {
            WriteRow(sheet, ++row, cells);
            if (severities.Count > 0 && severities[^1].Severity == severity) severities[^1] = (severity, severities[^1].First, row);
            else severities.Add((severity, row, row));
        }

        foreach (var (severity, first, last) in severities) Colour(sheet, severity, first, last);
        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, row, FindingsTable.Columns.Length).SetAutoFilter();
        if (table.RowCount > mostRows) sheet.Cell(row + 1, FindingsTable.Columns.IndexOf("message") + 1).SetValue(table.MoreThan(mostRows));

        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        saved.Position = 0;
        DeterministicPackage.Copy(saved, output);
    }

    private static void WriteRow(IXLWorksheet sheet, int row, string[] cells)
    {
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Length == 0) continue;
            var cell = sheet.Cell(row, column + 1);
            if (FindingsTable.Columns[column] == "row") cell.SetValue(int.Parse(cells[column], CultureInfo.InvariantCulture));
            else cell.SetValue(Fitting(cells[column]));
        }
    }

    // XML 1.0 and the format's limit: what a cell cannot hold is shown as a question mark, or cut. The CSV file has it whole.
    private static string Fitting(string text)
    {
        var fitting = text.Length > LongestCell ? text[..LongestCell] : text;
        return string.Concat(fitting.EnumerateRunes().Select(rune => FindingText.IsXml(rune) ? rune.ToString() : "?"));
    }

    private static void Colour(IXLWorksheet sheet, Severity severity, int first, int last)
    {
        var column = FindingsTable.Columns.IndexOf("severity") + 1;
        sheet.Range(first, column, last, column).Style.Fill.BackgroundColor = severity switch
        {
            Severity.Error => XLColor.FromArgb(0xF8, 0xCB, 0xC6),
            Severity.Warning => XLColor.FromArgb(0xFF, 0xE6, 0xA8),
            Severity.Notice => XLColor.FromArgb(0xD6, 0xE8, 0xF7),
            _ => XLColor.FromArgb(0xEE, 0xEE, 0xEE),
        };
    }
}
