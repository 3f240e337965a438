using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Files.Xlsx;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Writing;

/// <summary>Writes a data workbook by streaming: inline strings, number and date cells, frozen header, filter, widths; no author and no time.</summary>
/// <remarks>
/// Each distinct value is escaped once; workers format and compress blocks of rows apart, which join into one stream (performance §5). The same
/// bytes for any number of threads. A table of more rows than a sheet holds goes on in <c>name_2</c>.
/// </remarks>
internal static class XlsxWriter
{
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
        XlsxParts.Begin(zip, parts.Length);
        XlsxParts.AddWorkbook(zip, [.. parts.Select(p => new SheetEntry(p.Name, p.FilterRange))], []);
        zip.Add("xl/styles.xml", XlsxStyles.Part);
        for (var i = 0; i < parts.Length; i++) new XlsxSheetWriter(parts[i], isFirst: i == 0).Write(zip, XlsxParts.SheetPart(i), threads, cancellation);
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

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
