using System.Collections.Immutable;
using MigrationClean.Ingest;

namespace MigrationClean.Submissions.Layouts;

/// <summary>A sheet with its rows in another order, each still knowing its place in the file.</summary>
internal static class RowMoves
{
    /// <summary>The sheet with these rows in this order.</summary>
    public static Sheet Reorder(Sheet sheet, int[] rows) => new()
    {
        File = sheet.File,
        Name = sheet.Name,
        Headers = sheet.Headers,
        Columns = [.. sheet.Columns.Select(c => c.SelectRows(rows))],
        RowCount = rows.Length,
        Places = Places(sheet.Places, rows),
        HxlTags = sheet.HxlTags,
        OverflowRows = sheet.OverflowRows,
        OverflowCells = sheet.OverflowCells,
    };

    /// <summary>What a sheet says of itself and of the places of these rows; its cells are held elsewhere.</summary>
    public static Sheet WithoutColumns(Sheet sheet, int[] rows) => new()
    {
        File = sheet.File,
        Name = sheet.Name,
        Headers = sheet.Headers,
        Columns = [],
        RowCount = rows.Length,
        Places = Places(sheet.Places, rows),
    };

    /// <summary>Places of rows that were picked from a sheet.</summary>
    public static RowPlaces Places(RowPlaces places, ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty) return new(places.RowNumber(0));
        return new(places.RowNumber(rows[0]), Jumps(rows, places.RowNumber), Jumps(rows, places.LineNumber));
    }

    private static ImmutableArray<(int Row, int Number)> Jumps(ReadOnlySpan<int> rows, Func<int, int> numberOf)
    {
        var jumps = ImmutableArray.CreateBuilder<(int Row, int Number)>();
        var expected = int.MinValue;
        for (var row = 0; row < rows.Length; row++)
        {
            var number = numberOf(rows[row]);
            if (number != expected) jumps.Add((row, number));
            expected = number + 1;
        }

        return jumps.ToImmutable();
    }
}
