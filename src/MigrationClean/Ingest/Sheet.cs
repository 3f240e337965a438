using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest;

/// <summary>One sheet of an export as it stands in the file: headers and coded columns. Knows nothing of questions.</summary>
public sealed class Sheet
{
    /// <summary>The file's name as shown.</summary>
    public required string File { get; init; }

    /// <summary>The sheet's name; in an archive of CSV files the member's name without <c>.csv</c>; <see langword="null"/> in CSV; in JSON the repeat's path.</summary>
    public string? Name { get; init; }

    /// <summary>Header texts by position, "" where empty; a byte order mark is gone, nothing else is changed. As many as <see cref="Columns"/>.</summary>
    public required ImmutableArray<string> Headers { get; init; }

    /// <summary>The columns, each of <see cref="RowCount"/> rows.</summary>
    public required ImmutableArray<Column> Columns { get; init; }

    /// <summary>Rows of data, without header and HXL row.</summary>
    public required int RowCount { get; init; }

    /// <summary>Places of the rows in the file.</summary>
    public required RowPlaces Places { get; init; }

    /// <summary>Tags of the HXL row by position, "" where none; empty if there is no such row.</summary>
    public ImmutableArray<string> HxlTags { get; init; } = [];

    /// <summary>Rows with cells beyond the header (0-based), at most the first thousand; <see cref="OverflowCells"/> counts all such cells.</summary>
    public ImmutableArray<int> OverflowRows { get; init; } = [];

    /// <summary>Filled cells beyond the header: never data.</summary>
    public long OverflowCells { get; init; }

    /// <summary>Where the container itself nests rows (JSON): 0-based row of the parent sheet for each row; otherwise <see langword="null"/>.</summary>
    public ImmutableArray<int>? ParentRows { get; init; }

    /// <summary>Name of the parent sheet, where <see cref="ParentRows"/> is given; <see langword="null"/> = the main sheet.</summary>
    public string? ParentName { get; init; }
}

/// <summary>Leads a data row (0-based) back to the row the spreadsheet shows and to the physical line of a text file.</summary>
/// <remarks>Most sheets need two numbers: rows follow each other. Gaps (blank rows in a workbook, line ends inside quotes) are kept as exceptions.</remarks>
public sealed class RowPlaces
{
    private readonly int _first;
    private readonly ImmutableArray<(int Row, int Number)> _jumps;
    private readonly ImmutableArray<(int Row, int Number)> _lineJumps;

    /// <summary>Places of rows.</summary>
    /// <param name="firstRow">1-based row number of the first data row: 2, or 3 below an HXL row.</param>
    /// <param name="jumps">Data rows, ascending, whose row number is not the one before plus one, with that number.</param>
    /// <param name="lineJumps">The same for physical lines; empty where lines equal rows.</param>
    public RowPlaces(int firstRow, ImmutableArray<(int Row, int Number)> jumps = default, ImmutableArray<(int Row, int Number)> lineJumps = default)
    {
        _first = firstRow;
        _jumps = jumps.IsDefault ? [] : jumps;
        _lineJumps = lineJumps.IsDefault ? [] : lineJumps;
    }

    /// <summary>1-based row number as the spreadsheet shows it. O(log jumps).</summary>
    public int RowNumber(int row) => Number(_jumps, row, _first);

    /// <summary>1-based physical line of a text file; equal to the row number elsewhere.</summary>
    public int LineNumber(int row) => _lineJumps.IsEmpty ? RowNumber(row) : Number(_lineJumps, row, _first);

    private static int Number(ImmutableArray<(int Row, int Number)> jumps, int row, int first)
    {
        int low = 0, high = jumps.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (jumps[middle].Row <= row) low = middle + 1;
            else high = middle;
        }

        return low == 0 ? first + row : jumps[low - 1].Number + row - jumps[low - 1].Row;
    }
}
