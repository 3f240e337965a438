using ClosedXML.Excel;
using MigrationClean.Files;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>
/// The privacy plan as a workbook for the person who confirms it: header frozen, filter on, drop-down lists, our own columns locked without password.
/// </summary>
public static class PlanWorkbook
{
    private const string SheetName = "privacy-plan";
    private const string ListsName = "lists";
    private const int SpareRows = 200;
    private const int LongestCell = 32_767;

    /// <summary>Writes the workbook: every cell is text, none a formula; the same plan gives the same bytes. The stream stays open.</summary>
    public static void Write(PrivacyPlan plan, Stream stream)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.Worksheets.Add(SheetName);
        var lists = workbook.Worksheets.Add(ListsName);
        string[] headers = [.. PlanColumns.All.Select(c => c.Name), .. plan.OtherHeaders];
        for (var column = 0; column < headers.Length; column++) sheet.Cell(1, column + 1).SetValue(headers[column]);

        for (var row = 0; row < plan.Rows.Length; row++)
        {
            string[] cells = [.. PlanColumns.All.Select(c => c.Read(plan.Rows[row])), .. plan.Rows[row].Others];
            for (var column = 0; column < cells.Length; column++)
                if (cells[column].Length > 0) sheet.Cell(row + 2, column + 1).SetValue(Fitting(cells[column]));
        }

        var last = plan.Rows.Length + 1 + SpareRows;
        for (var i = 0; i < headers.Length; i++) Dress(sheet, lists, i + 1, i < PlanColumns.All.Length ? PlanColumns.All[i] : null, last);

        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        sheet.Range(1, 1, plan.Rows.Length + 1, headers.Length).SetAutoFilter();
        var protection = sheet.Protect();
        protection.AllowElement(XLSheetProtectionElements.AutoFilter);
        protection.AllowElement(XLSheetProtectionElements.Sort);
        protection.AllowElement(XLSheetProtectionElements.FormatColumns);
        protection.AllowElement(XLSheetProtectionElements.FormatRows);
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        saved.Position = 0;
        DeterministicPackage.Copy(saved, stream);
    }

    private static void Dress(IXLWorksheet sheet, IXLWorksheet lists, int number, PlanColumn? column, int last)
    {
        sheet.Column(number).Width = column?.Width ?? 18;
        var cells = sheet.Range(2, number, last, number);
        cells.Style.NumberFormat.Format = "@";
        cells.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        cells.Style.Protection.Locked = column?.IsOurs ?? false;
        if (column is null || column.Choices.IsEmpty) return;

        // A list on a sheet of its own: lists written into the cell's rule may hold 255 characters only.
        lists.Cell(1, number).SetValue(column.Name);
        for (var i = 0; i < column.Choices.Length; i++) lists.Cell(i + 2, number).SetValue(column.Choices[i]);
        var rule = cells.SetDataValidation();
        rule.List(lists.Range(2, number, column.Choices.Length + 1, number), true);
        rule.IgnoreBlanks = true;

        // A warning and no stop: two roles may be joined in other ways than the list has them.
        rule.ErrorStyle = XLErrorStyle.Warning;
    }

    private static string Fitting(string text)
    {
        var fitting = text.Length > LongestCell ? text[..LongestCell] : text;
        return string.Concat(fitting.EnumerateRunes().Select(r => r.Value is '\t' or '\n' or (>= 0x20 and not 0xFFFE and not 0xFFFF) ? r.ToString() : " "));
    }
}
