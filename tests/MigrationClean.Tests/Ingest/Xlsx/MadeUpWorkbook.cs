using System.IO.Compression;
using System.Text;

namespace MigrationClean.Tests.Ingest.Xlsx;

/// <summary>Writes a workbook part by part, as a test wants it.</summary>
public sealed class MadeUpWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly List<(string Name, string Rows, string Tail, string? Relations)> _sheets = [];

    public string? Shared { get; set; }

    public string? Styles { get; set; }

    public string ContentTypes { get; set; } = "<Types/>";

    public string WorkbookPr { get; set; } = "";

    /// <summary>Stands in front of the sheets' root, where a declaration stands.</summary>
    public string Declaration { get; set; } = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    public MadeUpWorkbook Add(string name, string rows, string tail = "", string? relations = null)
    {
        _sheets.Add((name, rows, tail, relations));
        return this;
    }

    public byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", ContentTypes);
            Put(zip, "_rels/.rels", Relations([("rId1", "officeDocument", "xl/workbook.xml")]));
            Put(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Types}\">{WorkbookPr}<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>");
            var related = _sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")).ToList();
            if (Shared is not null) related.Add(("rIdS", "sharedStrings", "sharedStrings.xml"));
            if (Styles is not null) related.Add(("rIdT", "styles", "/xl/styles.xml"));
            Put(zip, "xl/_rels/workbook.xml.rels", Relations(related));
            if (Shared is not null) Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{Shared}</sst>");
            if (Styles is not null) Put(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Put(zip, $"xl/worksheets/sheet{i + 1}.xml", $"{Declaration}<worksheet xmlns=\"{Main}\" xmlns:r=\"{Types}\"><dimension ref=\"A1:XFD99\"/><cols><col min=\"1\" max=\"2\"/></cols><sheetData>{_sheets[i].Rows}</sheetData>{_sheets[i].Tail}</worksheet>");
                if (_sheets[i].Relations is { } relations) Put(zip, $"xl/worksheets/_rels/sheet{i + 1}.xml.rels", $"<Relationships>{relations}</Relationships>");
            }
        }

        return memory.ToArray();
    }

    private static string Relations(IEnumerable<(string Id, string Kind, string Target)> all) =>
        $"<Relationships>{string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Types}/{r.Kind}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
