using System.Text;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Export;

/// <summary>Packs sheets into an XLSX of the shape that a streaming writer leaves: inline strings, three cell formats, no shared
/// strings.</summary>
internal static class Workbook
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private const string Related = Office + "relationships/";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Write(IReadOnlyList<ExportSheet> sheets)
    {
        var zip = new ZipFile();
        var numbers = Enumerable.Range(1, sheets.Count).ToList();
        zip.Add("[Content_Types].xml", ContentTypes(numbers));
        zip.Add("_rels/.rels", Relations([
            (Related + "officeDocument", "xl/workbook.xml"), (Package + "relationships/metadata/core-properties", "docProps/core.xml"),
            (Related + "extended-properties", "docProps/app.xml")]));
        zip.Add("xl/_rels/workbook.xml.rels", Relations([
            .. numbers.Select(n => (Related + "worksheet", $"worksheets/sheet{n}.xml")),
            (Related + "theme", "theme/theme1.xml"), (Related + "styles", "styles.xml")]));
        foreach (var n in numbers) zip.Add($"xl/worksheets/sheet{n}.xml", Sheet(sheets[n - 1], n == 1));
        zip.Add("xl/workbook.xml", Book(sheets));
        zip.Add("xl/styles.xml", Head + FormText.Resource("styles.xml").Trim());
        zip.Add("xl/theme/theme1.xml", Head + FormText.Resource("theme1.xml").Trim());
        zip.Add("docProps/core.xml", Core());
        zip.Add("docProps/app.xml", App(sheets));
        return zip.ToArray();
    }

    public static string Column(int index) => index < 26
        ? ((char)('A' + index)).ToString()
        : Column((index / 26) - 1) + (char)('A' + (index % 26));

    private static string Sheet(ExportSheet sheet, bool first)
    {
        var places = Enumerable.Range(0, sheet.Columns.Count).Select(Column).ToArray();
        var xml = new StringBuilder(Head);
        xml.Append($"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Office}relationships\">");
        xml.Append($"<dimension ref=\"A1:{places[^1]}{sheet.Rows.Count + 1}\"/>");
        xml.Append($"<sheetViews><sheetView {(first ? "tabSelected=\"1\" " : "")}workbookViewId=\"0\"/></sheetViews>");
        xml.Append("<sheetFormatPr defaultRowHeight=\"15\"/><sheetData><row r=\"1\">");
        for (var c = 0; c < places.Length; c++) TypedCell.Append(xml, places[c] + "1", sheet.Columns[c].Header, CellKind.Text);
        xml.Append("</row>");
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            xml.Append($"<row r=\"{r + 2}\">");
            for (var c = 0; c < places.Length; c++) TypedCell.Append(xml, $"{places[c]}{r + 2}", sheet.Rows[r][c], sheet.Columns[c].Kind);
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        xml.Append("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>");
        return xml.ToString();
    }

    private static string ContentTypes(List<int> numbers)
    {
        const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        var xml = new StringBuilder(Head);
        xml.Append($"<Types xmlns=\"{Package}content-types\">");
        xml.Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        xml.Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        Part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        Part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Part("/xl/styles.xml", Sheets + "styles+xml");
        Part("/xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml");
        Part("/xl/workbook.xml", Sheets + "sheet.main+xml");
        foreach (var n in numbers) Part($"/xl/worksheets/sheet{n}.xml", Sheets + "worksheet+xml");
        return xml.Append("</Types>").ToString();

        void Part(string name, string type) => xml.Append($"<Override PartName=\"{name}\" ContentType=\"{type}\"/>");
    }

    private static string Relations(IReadOnlyList<(string Type, string Target)> targets)
    {
        var xml = new StringBuilder(Head).Append($"<Relationships xmlns=\"{Package}relationships\">");
        for (var i = 0; i < targets.Count; i++)
        {
            var (type, target) = targets[i];
            xml.Append($"<Relationship Id=\"rId{i + 1}\" Type=\"{type}\" Target=\"{target}\"/>");
        }

        return xml.Append("</Relationships>").ToString();
    }

    private static string Book(IReadOnlyList<ExportSheet> sheets)
    {
        var xml = new StringBuilder(Head).Append($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}relationships\">");
        xml.Append("<fileVersion appName=\"xl\" lastEdited=\"4\" lowestEdited=\"4\" rupBuild=\"4505\"/>");
        xml.Append("<workbookPr defaultThemeVersion=\"124226\"/>");
        xml.Append("<bookViews>");
        xml.Append("<workbookView xWindow=\"240\" yWindow=\"15\" windowWidth=\"16095\" windowHeight=\"9660\"/></bookViews><sheets>");
        for (var i = 0; i < sheets.Count; i++)
            xml.Append($"<sheet name=\"{TypedCell.Escape(sheets[i].Name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        return xml.Append("</sheets><calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/></workbook>").ToString();
    }

    private static string Core() =>
        Head + $"<cp:coreProperties xmlns:cp=\"{Package}metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-01-15T08:00:00Z</dcterms:created>"
        + "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2024-01-15T08:00:00Z</dcterms:modified></cp:coreProperties>";

    private static string App(IReadOnlyList<ExportSheet> sheets) =>
        Head + $"<Properties xmlns=\"{Office}extended-properties\" xmlns:vt=\"{Office}docPropsVTypes\">"
        + "<Application>Microsoft Excel</Application>"
        + "<DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop><HeadingPairs><vt:vector size=\"2\" baseType=\"variant\"><vt:variant>"
        + $"<vt:lpstr>Worksheets</vt:lpstr></vt:variant><vt:variant><vt:i4>{sheets.Count}</vt:i4></vt:variant></vt:vector></HeadingPairs>"
        + $"<TitlesOfParts><vt:vector size=\"{sheets.Count}\" baseType=\"lpstr\">"
        + string.Concat(sheets.Select(s => $"<vt:lpstr>{TypedCell.Escape(s.Name)}</vt:lpstr>"))
        + "</vt:vector></TitlesOfParts><Company></Company><LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>"
        + "<HyperlinksChanged>false</HyperlinksChanged><AppVersion>12.0000</AppVersion></Properties>";
}
