namespace MigrationClean.Writing;

/// <summary>The rows of a table cut into blocks of about 64 thousand cells, and one worker's codes of a block.</summary>
/// <remarks>Blocks depend on the table alone, never on the number of workers.</remarks>
internal sealed class RowBlocks
{
    private const int CellsOfBlock = 1 << 16;

    private readonly int _firstRow;
    private readonly int _rows;

    /// <summary>Blocks of consecutive rows.</summary>
    /// <param name="firstRow">First row, 0-based.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    public RowBlocks(int firstRow, int rows, int columns)
    {
        _firstRow = firstRow;
        _rows = rows;
        Size = Math.Clamp(CellsOfBlock / Math.Max(1, columns), 16, 4096);
        Count = (rows + Size - 1) / Size;
    }

    /// <summary>Rows of every block but the last.</summary>
    public int Size { get; }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    /// <summary>First row of a block, 0-based in the table.</summary>
    public int FirstRow(int block) => _firstRow + (block * Size);

    /// <summary>Rows of a block.</summary>
    public int RowsOf(int block) => Math.Min(Size, _rows - (block * Size));

    /// <summary>Copies the codes of a block, column after column, <see cref="Size"/> apart.</summary>
    public void CopyCodes(IReadOnlyList<RenderedColumn> columns, int block, int[] codes)
    {
        for (var c = 0; c < columns.Count; c++) columns[c].CopyCodes(FirstRow(block), codes.AsSpan(c * Size, RowsOf(block)));
    }
}
