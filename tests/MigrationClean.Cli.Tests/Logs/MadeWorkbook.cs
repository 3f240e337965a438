using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace MigrationClean.Cli.Tests.Logs;

/// <summary>Workbooks as LibreOffice writes them: inline texts, numbers as floats, no shared strings.</summary>
internal static class MadeWorkbook
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Writes a workbook of one sheet.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="lines">Its cells: a line a row, cells parted by commas.</param>
    /// <param name="merged">A range of merged cells, or none.</param>
    /// <param name="numbers">Whether what looks like a number is one.</param>
    public static void Write(string path, string sheet, string lines, string? merged = null, bool numbers = false)
    {
        var rows = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, r) => $"<row r=\"{r + 1}\">{string.Concat(line.Split(',').Select((text, c) => Cell(text, r, c, numbers && r > 0)))}</row>");
        var merge = merged is null ? "" : $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        Add(zip, "_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Add(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows)}</sheetData>{merge}</worksheet>");
    }

    private static string Cell(string text, int row, int column, bool mayBeNumber)
    {
        if (text.Length == 0) return "";
        var place = $"{(char)('A' + column)}{row + 1}";
        if (mayBeNumber && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return $"<c r=\"{place}\" t=\"n\"><v>{number.ToString("0.0###", CultureInfo.InvariantCulture)}</v></c>";
        return $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>";
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{text}");
    }
}
