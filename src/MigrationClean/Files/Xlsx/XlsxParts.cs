using System.Globalization;
using System.Text;

namespace MigrationClean.Files.Xlsx;

/// <summary>A sheet as the workbook's own part lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="FilterRange">The range of its filter with absolute references, or <see langword="null"/>.</param>
/// <param name="IsHidden">Whether it is hidden.</param>
internal readonly record struct SheetEntry(string Name, string? FilterRange, bool IsHidden = false);

/// <summary>The parts of a workbook package besides sheets and styles; no author, no time.</summary>
internal static class XlsxParts
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    /// <summary>Name of a sheet's part, 0-based.</summary>
    public static string SheetPart(int sheet) => $"xl/worksheets/sheet{Number(sheet + 1)}.xml";

    /// <summary>Begins a package: what a reader that does not seek wants first.</summary>
    public static void Begin(ZipWriter zip, int sheets)
    {
        zip.Add("[Content_Types].xml", Types(sheets));
        zip.Add("_rels/.rels", Bytes($"""
            <Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """));
        zip.Add("xl/_rels/workbook.xml.rels", WorkbookRelations(sheets));
    }

    /// <summary>Adds the workbook's own part: sheets, filters, named ranges.</summary>
    public static void AddWorkbook(ZipWriter zip, IReadOnlyList<SheetEntry> sheets, IReadOnlyList<PaperRange> ranges)
    {
        using var block = new ByteBlock();
        block.Add(Bytes($"""{Declaration}<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>"""));
        for (var i = 0; i < sheets.Count; i++)
        {
            block.Add("<sheet name=\""u8);
            XmlText.AddAttribute(sheets[i].Name, block);
            block.Add(Bytes($"\" sheetId=\"{Number(i + 1)}\"{(sheets[i].IsHidden ? " state=\"hidden\"" : "")} r:id=\"rId{Number(i + 1)}\"/>"));
        }

        block.Add("</sheets>"u8);
        var names = ranges.Count + sheets.Count(s => s.FilterRange is not null);
        if (names > 0) block.Add("<definedNames>"u8);
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].FilterRange is not { } range) continue;
            block.Add(Bytes($"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{Number(i)}\" hidden=\"1\">"));
            XmlText.AddAttribute($"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!{range}", block);
            block.Add("</definedName>"u8);
        }

        foreach (var (name, place) in ranges) block.Add(Bytes($"<definedName name=\"{name}\">{place}</definedName>"));
        block.Add(names > 0 ? "</definedNames></workbook>"u8 : "</workbook>"u8);
        zip.Add("xl/workbook.xml", block.Bytes);
    }

    private static byte[] Types(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append($"""<Types xmlns="{ContentTypes}">""")
            .Append("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>""")
            .Append("""<Default Extension="xml" ContentType="application/xml"/>""")
            .Append($"""<Override PartName="/xl/workbook.xml" ContentType="{MainType}.sheet.main+xml"/>""")
            .Append($"""<Override PartName="/xl/styles.xml" ContentType="{MainType}.styles+xml"/>""");
        for (var i = 0; i < sheets; i++) xml.Append($"""<Override PartName="/{SheetPart(i)}" ContentType="{MainType}.worksheet+xml"/>""");
        return Bytes(xml.Append("</Types>").ToString());
    }

    private static byte[] WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append($"""<Relationships xmlns="{PackageRelations}">""");
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Relationship Id="rId{Number(i)}" Type="{Relations}/worksheet" Target="worksheets/sheet{Number(i)}.xml"/>""");
        return Bytes(xml.Append($"""<Relationship Id="rId{Number(sheets + 1)}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""").ToString());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
