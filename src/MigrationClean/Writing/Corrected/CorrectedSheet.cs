using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>Corrects one sheet of a workbook row by row: rows without edits above the first removed row keep their bytes.</summary>
internal sealed class CorrectedSheet
{
    private const int WrittenAtOnce = 1 << 20;

    private readonly SheetEdits _edits;
    private readonly RowShift _shift;
    private readonly MovedRows _around;
    private readonly RowCells _cells;
    private readonly Location _location;
    private int _number;
    private int _written;

    /// <summary>Prepares a sheet's correction.</summary>
    /// <param name="workbook">Its workbook.</param>
    /// <param name="edits">What to change in it.</param>
    /// <param name="shift">Where its rows go.</param>
    /// <param name="habits">How its columns are written in which blank cells get a value.</param>
    /// <param name="location">File and sheet.</param>
    public CorrectedSheet(Workbook workbook, SheetEdits edits, RowShift shift, IReadOnlyDictionary<int, ColumnHabit> habits, Location location)
    {
        (_edits, _shift, _location) = (edits, shift, location);
        _around = new(shift, edits);
        _cells = new(workbook, habits, shift);
    }

    /// <summary>Writes the sheet's part.</summary>
    /// <param name="part">The part as UTF-8.</param>
    /// <param name="output">The copy of the part.</param>
    /// <exception cref="InputException">FILE-04/sheet: a row that is to change stands twice; FILE-05.</exception>
    public void Write(Stream part, Stream output)
    {
        var pieces = new SheetPieces(part, _location);
        using var block = new ByteBlock();
        _around.Copy(pieces.Head(out var hasRows), block);
        while (hasRows && pieces.NextRow())
        {
            AddRow(pieces, block);
            if (block.Length >= WrittenAtOnce) Flush(block, output);
        }

        if (hasRows) _around.Copy(pieces.Rest(), block);
        Flush(block, output);
        _edits.ThrowUnmet();
    }

    private static void Flush(ByteBlock block, Stream output)
    {
        output.Write(block.Bytes);
        block.Clear();
    }

    private void AddRow(SheetPieces pieces, ByteBlock block)
    {
        var tag = pieces.RowTag;
        var (at, length) = XmlTags.Attribute(tag, "r"u8);
        var before = _number;
        _number = at > 0 && int.TryParse(tag.Slice(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : _number + 1;
        var isTouched = _edits.Touches(_number);
        var goes = _edits.Removes(_number);
        if ((isTouched || goes) && _number <= before) throw new InputException("FILE-04/sheet", _location);

        var edits = _edits.Of(_number);
        if (goes) return;
        var number = _shift.NewNumber(_number);
        var isMoved = number != _number;
        block.Add(pieces.Gap);
        if (isMoved || isTouched || _cells.HasLostFormulas) AddChanged(pieces, number, isMoved, edits, block);
        else block.Add(pieces.Row);
        _written = number;
    }

    private void AddChanged(SheetPieces pieces, int number, bool isMoved, IReadOnlyList<CellEdit> edits, ByteBlock block)
    {
        var row = pieces.Row;
        var tag = pieces.RowTag;
        if (tag[^2] == '/')
        {
            if (edits.Count == 0)
            {
                AddTag(tag, number, isWider: false, block);
                return;
            }

            // Cells are put into a row that had none.
            byte[] open = [.. tag[..^2], (byte)'>'];
            row = (byte[])[.. open, (byte)'<', (byte)'/', .. XmlTags.NameIn(tag), (byte)'>'];
            tag = open;
        }

        AddTag(tag, number, isWider: edits.Count > 0, block);
        var name = XmlTags.NameIn(tag);
        if (edits.Count == 0 && !_cells.HasLostFormulas && name.Length == 3 && PlainRow.TryMove(row, tag.Length, number, block)) return;
        _cells.Write(row, tag.Length, number, isMoved, edits, name[..(name.IndexOf((byte)':') + 1)], block);
    }

    // The columns that a row's "spans" tells need not hold any more once cells are put in; it may be left out.
    private void AddTag(ReadOnlySpan<byte> tag, int number, bool isWider, ByteBlock block)
    {
        var start = block.Length;
        var (at, length) = XmlTags.Attribute(tag, "r"u8);
        if (at > 0)
        {
            block.Add(tag[..at]);
            block.Add(number);
            block.Add(tag[(at + length)..]);
        }
        else if (number != _written + 1)
        {
            var name = XmlTags.NameIn(tag).Length + 1;
            block.Add(tag[..name]);
            block.Add(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $" r=\"{number}\"")));
            block.Add(tag[name..]);
        }
        else
        {
            block.Add(tag);
        }

        if (!isWider) return;
        var written = block.Bytes[start..];
        (at, length) = XmlTags.Attribute(written, "spans"u8);
        if (at == 0) return;
        var from = written[..at].LastIndexOf("spans"u8);
        var rest = written[(at + length + 1)..].ToArray();
        block.Cut(start + written[..from].TrimEnd(" \t\r\n"u8).Length);
        block.Add(rest);
    }
}
