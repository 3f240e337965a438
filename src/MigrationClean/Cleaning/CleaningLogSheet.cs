using ClosedXML.Excel;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning;

/// <summary>A sheet of a log: dark header, frozen, filtered, columns to fill tinted and open, all others locked without a password.</summary>
internal static class LogSheet
{
    private const int CellUnits = 32_767;
    private static readonly XLColor Accent = XLColor.FromHtml("#1F4E79");
    private static readonly XLColor ToFillTint = XLColor.FromHtml("#FFF8DC");
    private static readonly XLColor FirstTone = XLColor.FromHtml("#EAF1F8");
    private static readonly XLColor SecondTone = XLColor.FromHtml("#F3F0E7");

    /// <summary>Adds the sheet.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="name">Its name.</param>
    /// <param name="header">Names of the columns.</param>
    /// <param name="toFill">Those that a person fills.</param>
    /// <param name="rows">Rows of as many texts as the header.</param>
    /// <param name="frozenColumns">Columns that stay in sight.</param>
    /// <exception cref="InputException">FILE-13/long-text.</exception>
    public static IXLWorksheet Add(
        XLWorkbook workbook, string name, IReadOnlyList<string> header, IReadOnlyList<string> toFill, IReadOnlyList<string[]> rows, int frozenColumns)
    {
        var sheet = workbook.AddWorksheet(name);
        for (var c = 0; c < header.Count; c++)
        {
            FormatColumn(sheet.Column(c + 1), toFill.Contains(header[c]));
            sheet.Column(c + 1).Width = Width(header[c], rows, c);
            sheet.Cell(1, c + 1).SetValue(header[c]);
        }

        for (var r = 0; r < rows.Count; r++) AddRow(sheet, name, header, rows[r], r + 2);
        FormatHeader(sheet.Range(1, 1, 1, header.Count).Style);
        Tone(sheet, header, rows);
        sheet.SheetView.Freeze(1, frozenColumns);
        sheet.Range(1, 1, Math.Max(1, rows.Count) + 1, header.Count).SetAutoFilter();
        if (toFill.Count > 0)
            sheet.Protect().AllowElement(XLSheetProtectionElements.AutoFilter | XLSheetProtectionElements.Sort | XLSheetProtectionElements.FormatColumns);
        return sheet;
    }

    private static void AddRow(IXLWorksheet sheet, string name, IReadOnlyList<string> header, string[] row, int number)
    {
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c].Length == 0) continue;
            if (row[c].Length > CellUnits) throw new InputException("FILE-13/long-text", null, new FindingArgument("table", name), new("column", header[c]));
            sheet.Cell(number, c + 1).SetValue(row[c]);
        }
    }

    // The column's own format, not one for each cell: blank cells then need not exist, and lines that are added below look alike.
    private static void FormatColumn(IXLColumn column, bool isToFill)
    {
        column.Style.NumberFormat.SetFormat("@").Alignment.SetWrapText(true).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        if (isToFill) column.Style.Fill.SetBackgroundColor(ToFillTint).Protection.SetLocked(false);
    }

    private static void FormatHeader(IXLStyle style) =>
        style.Fill.SetBackgroundColor(Accent).Font.SetBold(true).Font.SetFontColor(XLColor.White).Protection.SetLocked(true);

    // Lines of one incident share a tone, alternating between two; the columns to fill keep their own.
    private static void Tone(IXLWorksheet sheet, IReadOnlyList<string> header, IReadOnlyList<string[]> rows)
    {
        var (group, last) = (IndexOf(header, "group_key"), IndexOf(header, "new_value") is > 0 and var fill ? fill : header.Count);
        if (group < 0) return;
        var second = false;
        for (var first = 0; first < rows.Count;)
        {
            var end = first + 1;
            while (end < rows.Count && rows[end][group] == rows[first][group]) end++;
            if (rows[first][group].Length > 0)
            {
                sheet.Range(first + 2, 1, end + 1, last).Style.Fill.SetBackgroundColor(second ? SecondTone : FirstTone);
                second = !second;
            }

            first = end;
        }
    }

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        for (var c = 0; c < header.Count; c++)
            if (header[c] == name) return c;
        return -1;
    }

    private static double Width(string header, IReadOnlyList<string[]> rows, int column)
    {
        var lengths = rows.Select(r => r[column].Length).Order().ToArray();
        var most = lengths.Length == 0 ? 0 : lengths[Math.Min(lengths.Length - 1, lengths.Length * 95 / 100)];
        return Math.Clamp(Math.Max(most, header.Length) + 2, 8, 45);
    }
}
