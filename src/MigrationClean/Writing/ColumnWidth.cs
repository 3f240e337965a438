using MigrationClean.Files;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Writing;

/// <summary>Width of a column in a workbook: the length that 95 % of its filled cells keep to, within limits.</summary>
internal static class ColumnWidth
{
    /// <summary>The width in characters. O(rows + values).</summary>
    /// <param name="column">The values.</param>
    /// <param name="header">The header, of which at least half shall fit on a line.</param>
    /// <param name="least">Lower limit.</param>
    /// <param name="most">Upper limit.</param>
    public static int Of(Column column, string header, int least = 8, int most = 60)
    {
        var cells = new long[most + 1];
        var counts = column.CountByCode();
        var filled = 0L;
        for (var code = 1; code < column.ValueCount; code++)
        {
            cells[Math.Min(most, XmlText.Utf16Length(column.Utf8(code)))] += counts[code];
            filled += counts[code];
        }

        var length = 0;
        for (var seen = cells[0]; length < most && seen * 100 < filled * 95;) seen += cells[++length];
        return Math.Clamp(Math.Max(length, Math.Min(20, (header.Length + 1) / 2)) + 2, least, most);
    }
}
