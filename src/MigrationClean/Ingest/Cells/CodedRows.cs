using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Cells;

/// <summary>The rows of a block as codes, column by column: what a worker makes of a block without changing anything that is shared.</summary>
/// <remarks>
/// Cells are found row by row and coded column by column, so that what a column knows stays in the processor's nearest memory.
/// A value that no column knows yet stands as −1 − i, i an index into <see cref="Misses"/>; the merger gives it its code.
/// </remarks>
internal sealed class CodedRows
{
    private int[] _codes = [];
    private Miss[] _misses = new Miss[256];
    private int _missCount;
    private int _stride;
    private bool[] _hasMisses = [];
    private CellKinds[] _kinds = [];
    private bool[] _wasUnique = [];

    /// <summary>A filled cell whose value was not found.</summary>
    /// <param name="Cell">Index of the cell in its block.</param>
    /// <param name="Key">Key of its value; 0 where the column is unique, and nothing is looked up.</param>
    public readonly record struct Miss(int Cell, ulong Key);

    /// <summary>Rows of the block that are not blank, by index in the block.</summary>
    public List<int> Kept { get; } = [];

    /// <summary>For rows with filled cells beyond the header: index in <see cref="Kept"/>, and how many.</summary>
    public List<(int Row, int Cells)> Overflow { get; } = [];

    /// <summary>The misses, by the index that codes refer to.</summary>
    public ReadOnlySpan<Miss> Misses => _misses.AsSpan(0, _missCount);

    /// <summary>Codes of a column, one a kept row.</summary>
    public Span<int> CodesOf(int column) => _codes.AsSpan(column * _stride, Kept.Count);

    /// <summary>Whether the column has a value that was not found.</summary>
    public bool HasMisses(int column) => _hasMisses[column];

    /// <summary>Whether the column was unique already when the block was coded.</summary>
    public bool WasUnique(int column) => _wasUnique[column];

    /// <summary>In what forms the column's cells stood.</summary>
    public CellKinds KindsOf(int column) => _kinds[column];

    /// <summary>Codes some rows of a block, in place of what is held.</summary>
    /// <param name="block">The block, parsed.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">Row after the last.</param>
    /// <param name="columns">The sheet's columns; looked up, not changed.</param>
    public void Code(CellBlock block, int from, int to, ColumnBuilder[] columns)
    {
        Reset(to - from, columns);
        for (var row = from; row < to; row++)
            if (PlaceRow(block, block.CellsOf(row), block.Rows[row].FirstCell, columns.Length)) Kept.Add(row);
        for (var column = 0; column < columns.Length; column++) CodeColumn(block, column, columns[column]);
    }

    // Until its column is coded, a cell's place holds its index in the block plus one.
    private bool PlaceRow(CellBlock block, ReadOnlySpan<Cell> cells, int first, int width)
    {
        var beyond = 0;
        var filled = 0;
        var place = Kept.Count;
        var codes = _codes.AsSpan();
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            if (cell.Source == CellSource.Shared && block.Shared!.KeyOf(cell.Start) == 0) continue;
            filled++;
            if (cell.Column < width) codes[(cell.Column * _stride) + place] = first + i + 1;
            else beyond++;
        }

        if (beyond > 0) Overflow.Add((place, beyond));
        return filled > 0;
    }

    private void CodeColumn(CellBlock block, int column, ColumnBuilder builder)
    {
        var codes = CodesOf(column);
        var cells = block.Cells;
        var isUnique = builder.IsUnique;
        _wasUnique[column] = isUnique;
        var lookup = builder.Look();
        var kinds = CellKinds.None;
        var missed = _missCount;
        var lastKey = 0UL;
        var lastCode = 0;
        foreach (ref var code in codes)
        {
            if (code == 0) continue;
            var index = code - 1;
            ref readonly var cell = ref cells[index];
            kinds |= cell.Kind;
            if (isUnique)
            {
                code = MissOf(index, 0);
                continue;
            }

            var key = block.KeyOf(cell);
            if (key == lastKey && !ValueKey.IsHash(key))
            {
                code = lastCode;
                continue;
            }

            code = lookup.Find(block.Utf8(cell), key);
            if (code < 0)
            {
                code = MissOf(index, key);
                continue;
            }

            (lastKey, lastCode) = (key, code);
        }

        _kinds[column] = kinds;
        _hasMisses[column] = _missCount > missed;
    }

    private int MissOf(int cell, ulong key)
    {
        if (_missCount == _misses.Length) Array.Resize(ref _misses, _missCount * 2);
        _misses[_missCount] = new(cell, key);
        return -1 - _missCount++;
    }

    private void Reset(int rows, ColumnBuilder[] columns)
    {
        Kept.Clear();
        Overflow.Clear();
        _missCount = 0;
        if (_kinds.Length != columns.Length)
        {
            _kinds = new CellKinds[columns.Length];
            _hasMisses = new bool[columns.Length];
            _wasUnique = new bool[columns.Length];
        }

        _stride = rows;
        if (_codes.Length < rows * columns.Length) _codes = new int[rows * columns.Length];
        else Array.Clear(_codes, 0, rows * columns.Length);
    }
}
