using System.Collections.Immutable;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Cells;

/// <summary>A sheet in the making: takes the header, then coded rows in the order of the file, and keeps what is odd about them.</summary>
internal sealed class SheetBuilder(Location location)
{
    private const int OverflowRowsKept = 1000;

    private readonly List<(int Row, int Number)> _jumps = [];
    private readonly List<(int Row, int Number)> _lineJumps = [];
    private readonly List<int> _overflowRows = [];
    private List<string> _headers = [];
    private ImmutableArray<string> _hxlTags = [];
    private int _firstRow = 1;
    private int _number;
    private int _line;
    private int _rowCount;
    private long _overflowCells;

    /// <summary>The file and sheet, for messages.</summary>
    public Location Location { get; } = location;

    /// <summary>The columns; empty until there is a header.</summary>
    public ColumnBuilder[] Columns { get; private set; } = [];

    /// <summary>What is odd about rows of a text file.</summary>
    public RaggedRows Ragged { get; } = new();

    /// <summary>Whether the header was taken.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>1-based row of the header.</summary>
    public int HeaderRow { get; private set; }

    /// <summary>Takes header and HXL row, if they are there, from the first block with a filled row.</summary>
    /// <returns>The first row of data; all of the block's rows if no row is filled.</returns>
    public int TakeHeader(CellBlock block)
    {
        var row = SkipBlank(block, 0);
        if (row == block.RowCount) return row;

        HasHeader = true;
        var place = Advance(block.Rows[row]);
        HeaderRow = place.Number;
        _headers = [.. Texts(block, row)];
        if (_headers.Count > 0) _headers[0] = _headers[0].TrimStart('\uFEFF');
        Ragged.Width = _headers.Count;
        Columns = [.. _headers.Select(static _ => new ColumnBuilder())];
        row++;
        var next = row;
        while (next < block.RowCount && IsBlank(block, next)) next++;
        if (next < block.RowCount && HxlRow.Recognise(Texts(block, next)) is { } tags)
        {
            for (; row < next; row++) Advance(block.Rows[row]);
            Advance(block.Rows[row++]);
            _hxlTags = [.. tags.Concat(Enumerable.Repeat("", Math.Max(0, _headers.Count - tags.Length))).Take(_headers.Count)];
        }

        _firstRow = _number + 1;
        return row;
    }

    /// <summary>Refuses the file if the block cannot be read; rows are numbered from where the sheet stands.</summary>
    public void ThrowTrouble(CellBlock block)
    {
        if (block.Trouble is not { } trouble) return;
        var number = _number;
        for (var row = 0; row <= trouble.Row && row < block.RowCount; row++)
            number = block.Rows[row].Number > 0 ? block.Rows[row].Number : number + 1;
        if (trouble.Row >= block.RowCount) number += trouble.Row - block.RowCount + 1;
        var line = _line + trouble.LinesBefore + 1;
        throw new InputException(
            trouble.Key,
            Location with { Row = number, Line = line == number ? null : line, ColumnNumber = trouble.Column < 0 ? null : trouble.Column + 1 },
            trouble.Arguments);
    }

    /// <summary>Appends coded rows of a block. In the order of the file, by one thread at a time.</summary>
    /// <param name="block">The block.</param>
    /// <param name="coded">Rows <paramref name="from"/> … <paramref name="to"/> − 1 of it.</param>
    /// <param name="from">First row.</param>
    /// <param name="to">Row after the last.</param>
    public void Append(CellBlock block, CodedRows coded, int from, int to)
    {
        for (var column = 0; column < Columns.Length; column++)
        {
            var builder = Columns[column];
            var codes = coded.CodesOf(column);
            if (builder.IsUnique && !coded.WasUnique(column)) AddAll(builder, block, coded, codes);
            else if (coded.HasMisses(column)) AddMisses(builder, block, coded, codes);
            builder.Append(codes);
            builder.Kinds |= coded.KindsOf(column);
        }

        foreach (var (row, cells) in coded.Overflow)
        {
            _overflowCells += cells;
            if (_overflowRows.Count < OverflowRowsKept) _overflowRows.Add(_rowCount + row);
        }

        var kept = 0;
        for (var row = from; row < to; row++)
        {
            var place = Advance(block.Rows[row]);
            if (kept == coded.Kept.Count || coded.Kept[kept] != row) continue;
            kept++;
            Ragged.Note(block.Rows[row], place);
            if (block.BrokenQuotes.Count > 0 && block.BrokenQuotes.First == row) Ragged.NoteBrokenQuotes(block.BrokenQuotes.Count, place);
            if (place.Number != ExpectedAfter(_jumps)) _jumps.Add((_rowCount, place.Number));
            if (place.Line != ExpectedAfter(_lineJumps)) _lineJumps.Add((_rowCount, place.Line));
            _rowCount++;
        }
    }

    /// <summary>Puts another text into a cell that was read already; nothing happens where no such cell was kept.</summary>
    /// <param name="rowNumber">1-based row.</param>
    /// <param name="column">0-based column.</param>
    /// <param name="rewrite">From the cell's text to the text it shall have; <see langword="null"/> = as it is.</param>
    public void Rewrite(int rowNumber, int column, Func<string, string?> rewrite)
    {
        if (column >= Columns.Length) return;
        if (rowNumber == HeaderRow)
        {
            _headers[column] = rewrite(_headers[column]) ?? _headers[column];
            return;
        }

        if (RowOf(rowNumber) is not { } row || Columns[column].CodeAt(row) is not (> 0 and var code)) return;
        if (rewrite(Encoding.UTF8.GetString(Columns[column].ValueOf(code))) is { } text) Columns[column].Replace(row, text);
    }

    /// <summary>Gives the header text of a merged cell to all columns that it spans.</summary>
    public void SpreadHeader(int firstColumn, int lastColumn, int firstRow, int lastRow)
    {
        if (HeaderRow < firstRow || HeaderRow > lastRow || firstColumn >= _headers.Count) return;
        for (var column = firstColumn + 1; column <= lastColumn && column < _headers.Count; column++)
            if (_headers[column].Length == 0) _headers[column] = _headers[firstColumn];
    }

    /// <summary>The finished sheet. Trailing columns without a header are taken away; their cells count as overflow.</summary>
    public Sheet Build(string? name)
    {
        var width = _headers.Count;
        while (width > 0 && _headers[width - 1].Length == 0) width--;
        var columns = Columns.Select(static c => c.Build()).ToImmutableArray();
        for (var column = width; column < columns.Length; column++) CountAsOverflow(columns[column]);
        return new()
        {
            File = Location.File,
            Name = name,
            Headers = [.. _headers.Take(width)],
            Columns = [.. columns.Take(width)],
            RowCount = _rowCount,
            Places = new(_firstRow, [.. _jumps], LinesEqualRows() ? [] : [.. _lineJumps]),
            HxlTags = [.. _hxlTags.Take(width)],
            OverflowRows = [.. _overflowRows.Distinct().Order().Take(OverflowRowsKept)],
            OverflowCells = _overflowCells,
        };
    }

    private static void AddMisses(ColumnBuilder builder, CellBlock block, CodedRows coded, Span<int> codes)
    {
        var misses = coded.Misses;
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] >= 0) continue;
            var miss = misses[-1 - codes[row]];
            codes[row] = builder.Add(block.Utf8(block[miss.Cell]), miss.Key);
        }
    }

    // The column turned unique while this block was being coded: give its cells the codes they would have got had it been coded afterwards.
    private static void AddAll(ColumnBuilder builder, CellBlock block, CodedRows coded, Span<int> codes)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == 0) continue;
            var value = codes[row] < 0 ? block.Utf8(block[coded.Misses[-1 - codes[row]].Cell]) : builder.ValueOf(codes[row]);
            codes[row] = builder.Add(value, 0);
        }
    }

    private static bool IsBlank(CellBlock block, int row)
    {
        foreach (ref readonly var cell in block.CellsOf(row))
            if (!block.Utf8(cell).IsEmpty) return false;
        return true;
    }

    private int SkipBlank(CellBlock block, int row)
    {
        for (; row < block.RowCount && IsBlank(block, row); row++) Advance(block.Rows[row]);
        return row;
    }

    // Blank fields at the end of a text file's header, and styled blank cells at the end of a workbook's, are columns until the sheet is finished.
    private static string[] Texts(CellBlock block, int row)
    {
        var cells = block.CellsOf(row);
        var width = block.Rows[row].Fields;
        foreach (ref readonly var cell in cells) width = Math.Max(width, cell.Column + 1);
        var texts = new string[width];
        Array.Fill(texts, "");
        foreach (ref readonly var cell in cells) texts[cell.Column] = Encoding.UTF8.GetString(block.Utf8(cell));
        return texts;
    }

    private (int Number, int Line) Advance(in CellRow row)
    {
        _number = row.Number > 0 ? row.Number : _number + 1;
        var line = _line + 1;
        _line += row.Lines;
        return (_number, line);
    }

    private int ExpectedAfter(List<(int Row, int Number)> jumps) =>
        jumps.Count == 0 ? _firstRow + _rowCount : jumps[^1].Number + _rowCount - jumps[^1].Row;

    private bool LinesEqualRows() => _lineJumps.SequenceEqual(_jumps);

    private int? RowOf(int rowNumber)
    {
        var places = new RowPlaces(_firstRow, [.. _jumps]);
        int low = 0, high = _rowCount;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (places.RowNumber(middle) < rowNumber) low = middle + 1;
            else high = middle;
        }

        return low < _rowCount && places.RowNumber(low) == rowNumber ? low : null;
    }

    private void CountAsOverflow(Column column)
    {
        if (column.IsBlank) return;
        var codes = column.CodesOfAllRows();
        for (var row = 0; row < codes.Length; row++)
        {
            if (codes[row] == 0) continue;
            _overflowCells++;
            if (_overflowRows.Count < OverflowRowsKept * 2) _overflowRows.Add(row);
        }
    }
}
