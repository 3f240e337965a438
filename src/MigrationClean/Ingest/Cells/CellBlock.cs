using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Cells;

/// <summary>Where the bytes of a cell stand.</summary>
internal enum CellSource : byte
{
    /// <summary>In the block's own bytes.</summary>
    Block,

    /// <summary>In <see cref="CellBlock.Extra"/>: text that is not in the file as such, e.g. a date.</summary>
    Extra,

    /// <summary>In the workbook's shared strings; the start is the string's index.</summary>
    Shared,
}

/// <summary>A filled cell of a block.</summary>
/// <param name="Start">Offset of its first byte, or index of the shared string.</param>
/// <param name="Length">Bytes; at least one, but 0 for a shared string.</param>
/// <param name="Column">0-based position.</param>
/// <param name="Source">Where the bytes stand.</param>
/// <param name="Kind">In what form the cell stood in the file.</param>
internal readonly record struct Cell(int Start, int Length, ushort Column, CellSource Source, CellKinds Kind);

/// <summary>A row of a block.</summary>
/// <param name="FirstCell">Index of its first cell; its last is before the next row's first.</param>
/// <param name="Number">1-based row number; 0 = the one before plus one.</param>
/// <param name="Fields">Fields of a text record, blank ones included; 0 in a workbook.</param>
/// <param name="Lines">Physical lines that a text record takes.</param>
internal readonly record struct CellRow(int FirstCell, int Number, int Fields, int Lines);

/// <summary>Why a block cannot be read.</summary>
/// <param name="Key">Key of the refusal's texts.</param>
/// <param name="Row">Index of the row in the block, or the number of rows before the place.</param>
/// <param name="LinesBefore">Physical lines of the block before the place.</param>
/// <param name="Column">0-based column, or −1.</param>
/// <param name="Arguments">Named places besides <c>row</c> and <c>line</c>.</param>
internal sealed record BlockTrouble(string Key, int Row, int LinesBefore, int Column, params ImmutableArray<FindingArgument> Arguments);

/// <summary>The unit of work of reading: whole rows of a file as bytes, then the filled cells found in them. Reused block after block.</summary>
internal sealed class CellBlock
{
    private Cell[] _cells = new Cell[1024];
    private CellRow[] _rows = new CellRow[64];

    /// <summary>The block's bytes; cells may have been unescaped in place.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Bytes in use.</summary>
    public int Length { get; set; }

    /// <summary>Texts made while reading.</summary>
    public ByteList Extra { get; } = new();

    /// <summary>The workbook's shared strings.</summary>
    public SharedTexts? Shared { get; set; }

    /// <summary>Rows, blank ones included.</summary>
    public ReadOnlySpan<CellRow> Rows => _rows.AsSpan(0, RowCount);

    /// <summary>Number of rows.</summary>
    public int RowCount { get; private set; }

    /// <summary>Number of filled cells.</summary>
    public int CellCount { get; private set; }

    /// <summary>Cells met, blank ones included: what the limit on cells counts.</summary>
    public long CellsMet { get; set; }

    /// <summary>Bytes that stand in front of this block in the file, for messages; 0 in a workbook.</summary>
    public long Offset { get; set; }

    /// <summary>Whether the bytes end the file or part.</summary>
    public bool IsLast { get; set; }

    /// <summary>How quotes stand in the bytes (text files).</summary>
    public Csv.QuoteScan Quotes { get; set; }

    /// <summary>Records whose quotes break the rules, and the first of them by index in the block.</summary>
    public (int Count, int First) BrokenQuotes { get; set; }

    /// <summary>Why the block cannot be read; told when its turn comes, as only then its rows' numbers are known.</summary>
    public BlockTrouble? Trouble { get; set; }

    /// <summary>Forgets rows and cells, keeps the room.</summary>
    public void Clear()
    {
        RowCount = 0;
        CellCount = 0;
        CellsMet = 0;
        Extra.Clear();
        BrokenQuotes = default;
        Trouble = null;
    }

    /// <summary>Begins a row; cells added from here on are its own.</summary>
    public void AddRow(int number, int lines = 1)
    {
        if (RowCount == _rows.Length) Array.Resize(ref _rows, RowCount * 2);
        _rows[RowCount++] = new(CellCount, number, 0, lines);
    }

    /// <summary>Notes how many fields the record begun last has.</summary>
    public void EndRecord(int fields, int lines)
    {
        ref var row = ref _rows[RowCount - 1];
        row = row with { Fields = fields, Lines = lines };
    }

    /// <summary>Adds a filled cell to the row begun last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int start, int length, int column, CellSource source, CellKinds kind)
    {
        var cells = _cells;
        var count = CellCount;
        if ((uint)count >= (uint)cells.Length) cells = Grow();
        cells[count] = new(start, length, (ushort)column, source, kind);
        CellCount = count + 1;
    }

    private Cell[] Grow()
    {
        Array.Resize(ref _cells, _cells.Length * 2);
        return _cells;
    }

    /// <summary>The cells of a row.</summary>
    public ReadOnlySpan<Cell> CellsOf(int row)
    {
        var first = _rows[row].FirstCell;
        var end = row + 1 < RowCount ? _rows[row + 1].FirstCell : CellCount;
        return _cells.AsSpan(first, end - first);
    }

    /// <summary>A cell by its index in the block.</summary>
    public ref readonly Cell this[int cell] => ref _cells[cell];

    /// <summary>All cells, row by row.</summary>
    public ReadOnlySpan<Cell> Cells => _cells.AsSpan(0, CellCount);

    /// <summary>The key of a cell's value; 0 if a shared string is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong KeyOf(in Cell cell)
    {
        if (cell.Source == CellSource.Shared) return Shared!.KeyOf(cell.Start);
        var bytes = cell.Source == CellSource.Block ? Bytes : Extra.Buffer;
        return cell.Start + ValueKey.WholeLength < bytes.Length
            ? ValueKey.OfPadded(ref bytes[cell.Start], cell.Length)
            : ValueKey.Of(bytes.AsSpan(cell.Start, cell.Length));
    }

    /// <summary>The UTF-8 bytes of a cell.</summary>
    public ReadOnlySpan<byte> Utf8(Cell cell) => cell.Source switch
    {
        CellSource.Block => Bytes.AsSpan(cell.Start, cell.Length),
        CellSource.Extra => Extra.Span.Slice(cell.Start, cell.Length),
        _ => Shared![cell.Start],
    };
}
