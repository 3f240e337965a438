using System.Globalization;
using MigrationClean.Ingest;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Tables;

/// <summary>Columns that are nobody's: row names that R or pandas wrote, and cells beyond the header that a tool gave one (kobo-exports §8.4, §12.4).</summary>
internal static class UnknownColumns
{
    /// <summary>Whether a column without a question is no data at all: empty without a header, row names, overflow.</summary>
    public static bool IsNothing(Sheet sheet, int position) => IsRowNames(sheet, position) || HeaderText.StandsForEmpty(sheet.Headers[position]);

    /// <summary>Whether it holds cells beyond the real header.</summary>
    public static bool IsOverflow(Sheet sheet, int position) =>
        !IsRowNames(sheet, position) && HeaderText.StandsForEmpty(sheet.Headers[position]) && !sheet.Columns[position].IsBlank;

    private static bool IsRowNames(Sheet sheet, int position)
    {
        if (position != 0 || sheet.Headers[0] is not ("" or "row_id" or "index" or "rownames" or "X" or "Unnamed: 0" or "...1")) return false;
        var column = sheet.Columns[0];
        for (var row = 0; row < sheet.RowCount; row++)
        {
            if (!long.TryParse(column.TextAt(row), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number - row is not (0 or 1)) return false;
        }

        return true;
    }
}
