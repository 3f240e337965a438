using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Writing;

/// <summary>Writes a data workbook by streaming: inline strings, number and date cells, frozen header, filter, widths; no author and no time.</summary>
/// <remarks>
/// Each distinct value is escaped once; workers format and compress blocks of rows apart, which join into one stream (performance §5). The same
/// bytes for any number of threads. A table of more rows than a sheet holds goes on in <c>name_2</c>.
/// </remarks>
internal static class XlsxWriter
{
    private const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + "\n";

    /// <summary>Writes the workbook. The stream stays open.</summary>
    /// <param name="sheets">Its sheets in order; at least one.</param>
    /// <param name="stream">Where to; must seek.</param>
    /// <param name="threads">Most workers; never changes the bytes.</param>
    /// <param name="cancellation">Ends the work between two blocks of rows.</param>
    /// <exception cref="InputException">FILE-13: a table has too many columns or too long a text for a workbook. Nothing is written.</exception>
    public static void Write(IReadOnlyList<XlsxSheet> sheets, Stream stream, int threads = 1, CancellationToken cancellation = default)
    {
        Check(sheets);
        var names = new SheetNames();
        var kept = sheets.Where(s => s.KeepsName).ToDictionary(s => s, s => names.Take(s.Name));
        var parts = sheets.SelectMany(s => Split(s, kept.GetValueOrDefault(s), names)).ToArray();

        var zip = new ZipWriter(stream);
        zip.Add("[Content_Types].xml", TypesPart(parts.Length));
        zip.Add("_rels/.rels", Bytes($"""
            <Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """));
        zip.Add("xl/workbook.xml", WorkbookPart(parts));
        zip.Add("xl/_rels/workbook.xml.rels", RelationsPart(parts.Length));
        zip.Add("xl/styles.xml", XlsxStyles.Part);
        for (var i = 0; i < parts.Length; i++)
            new XlsxSheetWriter(parts[i], isFirst: i == 0).Write(zip, $"xl/worksheets/sheet{Number(i + 1)}.xml", threads, cancellation);
        zip.Finish();
    }

    /// <summary>Refuses what a workbook can't hold. O(values).</summary>
    /// <exception cref="InputException">FILE-13: too many columns, or too long a text.</exception>
    public static void Check(IReadOnlyList<XlsxSheet> sheets)
    {
        foreach (var sheet in sheets)
        {
            var table = sheet.Table;
            if (table.Columns.Length > XlsxLimits.Columns)
                throw new InputException("FILE-13/columns", null, new FindingArgument("table", table.Name), new("n", Number(table.Columns.Length)));

            foreach (var column in table.Columns)
                if (HoldsTooLong(column.Values)) throw new InputException("FILE-13/long-text", null, new FindingArgument("table", table.Name), new("column", column.Name));
        }
    }

    private static bool HoldsTooLong(Column values)
    {
        int[]? counts = null;
        for (var code = 1; code < values.ValueCount; code++)
        {
            if (values.Utf8(code).Length <= XlsxLimits.CellUnits || XmlText.Utf16Length(values.Utf8(code)) <= XlsxLimits.CellUnits) continue;
            if ((counts ??= values.CountByCode())[code] > 0) return true;
        }

        return false;
    }

    private static IEnumerable<XlsxSheetPart> Split(XlsxSheet sheet, string? kept, SheetNames names)
    {
        const int Most = XlsxLimits.Rows - 1;
        var first = 0;
        do
        {
            yield return new(first == 0 && kept is not null ? kept : names.Take(sheet.Name), sheet, first, Math.Min(Most, sheet.Table.RowCount - first));
            first += Most;
        }
        while (first < sheet.Table.RowCount);
    }

    private static byte[] TypesPart(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append($"""<Types xmlns="{ContentTypes}">""")
            .Append("""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>""")
            .Append("""<Default Extension="xml" ContentType="application/xml"/>""")
            .Append($"""<Override PartName="/xl/workbook.xml" ContentType="{MainType}.sheet.main+xml"/>""")
            .Append($"""<Override PartName="/xl/styles.xml" ContentType="{MainType}.styles+xml"/>""");
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Override PartName="/xl/worksheets/sheet{Number(i)}.xml" ContentType="{MainType}.worksheet+xml"/>""");
        return Encoding.UTF8.GetBytes(xml.Append("</Types>").ToString());
    }

    private static byte[] WorkbookPart(XlsxSheetPart[] parts)
    {
        using var block = new ByteBlock();
        block.Add(Bytes($"""{Declaration}<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>"""));
        for (var i = 0; i < parts.Length; i++)
        {
            block.Add("<sheet name=\""u8);
            XmlText.AddAttribute(parts[i].Name, block);
            block.Add(Bytes($"\" sheetId=\"{Number(i + 1)}\" r:id=\"rId{Number(i + 1)}\"/>"));
        }

        block.Add("</sheets><definedNames>"u8);
        for (var i = 0; i < parts.Length; i++)
        {
            if (parts[i].FilterRange is not { } range) continue;
            block.Add(Bytes($"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{Number(i)}\" hidden=\"1\">"));
            XmlText.AddAttribute($"'{parts[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!{range}", block);
            block.Add("</definedName>"u8);
        }

        if (block.Bytes.EndsWith("<definedNames>"u8)) block.Cut(block.Length - "<definedNames>"u8.Length);
        else block.Add("</definedNames>"u8);
        block.Add("</workbook>"u8);
        return block.Bytes.ToArray();
    }

    private static byte[] RelationsPart(int sheets)
    {
        var xml = new StringBuilder(Declaration).Append($"""<Relationships xmlns="{PackageRelations}">""");
        for (var i = 1; i <= sheets; i++)
            xml.Append($"""<Relationship Id="rId{Number(i)}" Type="{Relations}/worksheet" Target="worksheets/sheet{Number(i)}.xml"/>""");
        xml.Append($"""<Relationship Id="rId{Number(sheets + 1)}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        return Encoding.UTF8.GetBytes(xml.ToString());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
