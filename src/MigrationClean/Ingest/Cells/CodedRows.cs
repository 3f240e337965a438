using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Cells;

/// <summary>The rows of a block as codes, column by column: what a worker makes of a block without changing anything that is shared.</summary>
/// <remarks>A value that no column knows yet stands as −1 − i, i an index into <see cref="Misses"/>; the merger gives it its code.</remarks>
internal sealed class CodedRows
{
    private int[] _codes = [];
    private Miss[] _misses = new Miss[256];
    private int _missCount;
    private int _stride;
    private int[] _missesByColumn = [];
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
    public bool HasMisses(int column) => _missesByColumn[column] > 0;

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
        {
            var first = block.Rows[row].FirstCell;
            var cells = block.CellsOf(row);
            if (cells.IsEmpty || !CodeRow(block, cells, first, columns)) continue;
            Kept.Add(row);
        }
    }

    private bool CodeRow(CellBlock block, ReadOnlySpan<Cell> cells, int first, ColumnBuilder[] columns)
    {
        var beyond = 0;
        var filled = false;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = cells[i];
            if (cell.Source == CellSource.Shared && block.Shared!.KeyOf(cell.Start) == 0) continue;
            filled = true;
            if (cell.Column >= columns.Length)
            {
                beyond++;
                continue;
            }

            _kinds[cell.Column] |= cell.Kind;
            _codes[(cell.Column * _stride) + Kept.Count] = CodeOf(block, cell, first + i, columns[cell.Column]);
        }

        if (beyond > 0) Overflow.Add((Kept.Count, beyond));
        return filled;
    }

    private int CodeOf(CellBlock block, Cell cell, int index, ColumnBuilder column)
    {
        if (_wasUnique[cell.Column]) return MissOf(index, 0, cell.Column);
        ulong key;
        ReadOnlySpan<byte> value;
        if (cell.Source == CellSource.Shared)
        {
            value = block.Shared![cell.Start];
            key = block.Shared.KeyOf(cell.Start);
        }
        else
        {
            value = block.Utf8(cell);
            key = ValueKey.Of(value);
        }

        var code = column.Find(value, key);
        return code > 0 ? code : MissOf(index, key, cell.Column);
    }

    private int MissOf(int cell, ulong key, int column)
    {
        if (_missCount == _misses.Length) Array.Resize(ref _misses, _missCount * 2);
        _misses[_missCount] = new(cell, key);
        _missesByColumn[column]++;
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
            _missesByColumn = new int[columns.Length];
            _wasUnique = new bool[columns.Length];
        }

        _stride = rows;
        if (_codes.Length < rows * columns.Length) _codes = new int[rows * columns.Length];
        else Array.Clear(_codes, 0, rows * columns.Length);
        Array.Clear(_kinds);
        Array.Clear(_missesByColumn);
        for (var i = 0; i < columns.Length; i++) _wasUnique[i] = columns[i].IsUnique;
    }
}
