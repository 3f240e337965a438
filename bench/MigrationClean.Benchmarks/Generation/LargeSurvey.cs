using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace MigrationClean.Benchmarks.Generation;

/// <summary>
/// Writes <c>form.xlsx</c>, <c>export.csv</c> and <c>export.xlsx</c> of a survey of any size: KoBo's layout, 54 % of cells filled, much Cyrillic.
/// The same code and size give the same bytes.
/// </summary>
internal static class LargeSurvey
{
    public static void Write(string folder, int rows, int columns)
    {
        Directory.CreateDirectory(folder);
        var survey = LargeForm.Create(columns);
        survey.WriteForm(Path.Combine(folder, "form.xlsx"));
        WriteCsv(Path.Combine(folder, "export.csv"), survey.Columns, rows);
        WriteWorkbook(Path.Combine(folder, "export.xlsx"), survey.Columns, rows);
    }

    private static void WriteCsv(string path, IReadOnlyList<SurveyColumn> columns, int rows)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(';', columns.Select(c => $"\"{c.Header}\"")));
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (i > 0) writer.Write(';');
                writer.Write('"');
                writer.Write(columns[i].Cell(row));
                writer.Write('"');
            }

            writer.WriteLine();
        }
    }

    private static void WriteWorkbook(string path, IReadOnlyList<SurveyColumn> columns, int rows)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(zip, "[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        Part(zip, "_rels/.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Part(zip, "xl/workbook.xml", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Large survey" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part(zip, "xl/_rels/workbook.xml.rels", """<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");

        using var sheet = new StreamWriter(Entry(zip, "xl/worksheets/sheet1.xml").Open(), new UTF8Encoding(false), 1 << 20);
        sheet.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n" + """<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        var letters = columns.Select((_, i) => Letters(i)).ToArray();
        for (var row = -1; row < rows; row++)
        {
            var number = (row + 2).ToString(CultureInfo.InvariantCulture);
            sheet.Write($"<row r=\"{number}\">");
            for (var i = 0; i < columns.Count; i++)
            {
                var text = row < 0 ? columns[i].Header : columns[i].Cell(row);
                if (text.Length == 0) continue;
                sheet.Write($"<c r=\"{letters[i]}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            }

            sheet.Write("</row>");
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry;
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(Entry(zip, name).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    private static string Letters(int index)
    {
        var letters = "";
        for (var i = index + 1; i > 0; i = (i - 1) / 26) letters = (char)('A' + ((i - 1) % 26)) + letters;
        return letters;
    }
}
