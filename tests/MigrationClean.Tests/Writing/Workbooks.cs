using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace MigrationClean.Tests.Writing;

/// <summary>Reads workbooks back with the Open XML SDK, which knows nothing of our writers.</summary>
internal static class Workbooks
{
    /// <summary>What the SDK's validator finds wrong.</summary>
    public static string[] Problems(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    public static string[] SheetNames(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return [.. document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(s => s.Name!.Value!)];
    }

    /// <summary>The cells of a sheet by reference, as text.</summary>
    public static Dictionary<string, string> Cells(byte[] workbook, string sheetName)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var strings = document.WorkbookPart!.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToArray() ?? [];
        return Worksheet(document, sheetName).Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!, c => Text(c, strings));
    }

    /// <summary>The XML of a sheet.</summary>
    public static string Xml(byte[] workbook, string sheetName)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        return Worksheet(document, sheetName).OuterXml;
    }

    private static Worksheet Worksheet(SpreadsheetDocument document, string name)
    {
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet;
    }

    private static string Text(Cell cell, string[] strings) => cell.DataType?.Value switch
    {
        CellValues.SharedString when cell.CellValue is { } index => strings[int.Parse(index.Text)],
        CellValues.InlineString => cell.InlineString!.InnerText,
        _ => cell.CellValue?.Text ?? "",
    };
}
