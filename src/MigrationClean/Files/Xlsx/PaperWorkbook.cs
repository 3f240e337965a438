namespace MigrationClean.Files.Xlsx;

/// <summary>Writes a workbook that people read or fill in, by streaming: text cells, looks, lists, protection; the same bytes for the same rows.</summary>
/// <remarks>
/// A library that holds every cell costs a second on a few thousand lines and half a second before its first; this one holds a block of rows.
/// </remarks>
internal static class PaperWorkbook
{
    /// <summary>Writes the workbook. The stream must seek and stays open.</summary>
    /// <exception cref="Diagnostics.InputException">FILE-13/rows: a sheet has more rows than a workbook holds.</exception>
    public static void Write(IReadOnlyList<PaperSheet> sheets, IReadOnlyList<PaperRange> ranges, Stream stream)
    {
        var zip = new ZipWriter(stream);
        var looks = new CellLooks();
        var entries = new List<SheetEntry>(sheets.Count);
        XlsxParts.Begin(zip, sheets.Count);
        for (var i = 0; i < sheets.Count; i++)
        {
            var writer = new PaperSheetWriter(sheets[i], looks, zip);
            writer.Write(XlsxParts.SheetPart(i), isFirst: i == 0);
            entries.Add(new(sheets[i].Name, writer.FilterRange, sheets[i].IsHidden));
        }

        zip.Add("xl/styles.xml", looks.Part());
        XlsxParts.AddWorkbook(zip, entries, ranges);
        zip.Finish();
    }
}
