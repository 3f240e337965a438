using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MigrationClean.Benchmarks;

/// <summary>A made-up export, the same for the same numbers: codes, numbers, choices, dates, ids and texts in Kyrgyz; 54 % of cells filled.</summary>
internal static class MadeUpTable
{
    private static readonly string[] Answers = ["yes", "no", "dont_know", "Ооба, акыркы 12 айда", "Билбейм / жооп берүүдөн баш тартты"];
    private static readonly string[] Words = ["Бишкек", "Ош", "мугалим", "курулушчу", "үй-бүлө", "мектеп", "суу", "жол", "документ", "Казакстан", "кайтып", "келди"];

    /// <summary>The table as KoBo writes CSV.</summary>
    public static byte[] Csv(int rows, int columns)
    {
        var text = new StringBuilder();
        for (var column = 0; column < columns; column++) text.Append(column == 0 ? "" : ";").Append(CultureInfo.InvariantCulture, $"\"{Header(column)}\"");
        text.Append("\r\n");
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) text.Append(column == 0 ? "" : ";").Append('"').Append(Cell(row, column)).Append('"');
            text.Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The table as KoBo writes XLSX: inline strings, absent blank cells.</summary>
    public static byte[] Workbook(int rows, int columns)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "_rels/.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Put(zip, "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"main\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            Put(zip, "xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Put(zip, "xl/worksheets/sheet1.xml", Sheet(rows, columns));
        }

        return memory.ToArray();
    }

    private static string Sheet(int rows, int columns)
    {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>");
        for (var row = 0; row <= rows; row++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < columns; column++)
            {
                var cell = row == 0 ? Header(column) : Cell(row - 1, column);
                if (cell.Length == 0) continue;
                if (row > 0 && column % 4 == 1) xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Letters(column)}{row + 1}\"><v>{cell}</v></c>");
                else xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{Letters(column)}{row + 1}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>");
            }

            xml.Append("</row>");
        }

        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string Header(int column) => column == 0 ? "_uuid" : $"group_{column / 10}/question_{column}";

    private static string Cell(int row, int column)
    {
        var draw = (uint)(((row * 7919L) + (column * 104729L)) * 2654435761L >> 7);
        if (column == 0) return $"{draw:x8}{row:x8}";
        if (draw % 100 >= 54) return "";
        return (column % 20) switch
        {
            1 or 5 or 9 or 13 => $"{draw / 100 % 2}",
            17 => $"{draw / 100 % 90}",
            2 or 3 or 4 or 6 or 7 => Answers[draw / 100 % 5],
            8 => $"2025-{(draw / 100 % 12) + 1:00}-{(draw / 1200 % 28) + 1:00}",
            10 or 11 => $"{Words[draw / 100 % 12]} {draw / 1200 % 300}",
            12 => string.Join(' ', Enumerable.Range(0, (int)(draw / 100 % 9) + 2).Select(i => Words[(draw / 100 >> i) % 12])),
            _ => Answers[draw / 100 % 3],
        };
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
