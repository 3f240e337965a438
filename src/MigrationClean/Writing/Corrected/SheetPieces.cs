using MigrationClean.Diagnostics;

namespace MigrationClean.Writing.Corrected;

/// <summary>Cuts a sheet's part into what stands before its rows, the rows one by one, and what stands behind them. Holds a row, not the sheet.</summary>
/// <param name="part">The part as UTF-8.</param>
/// <param name="location">File and sheet.</param>
internal sealed class SheetPieces(Stream part, Location location)
{
    private const int LongestPiece = 64 << 20;

    private byte[] _buffer = new byte[1 << 18];
    private int _from;
    private int _length;
    private bool _ended;
    private bool _isPlain;
    private int _rowStart;
    private int _rowEnd;
    private int _tagEnd;

    /// <summary>What stands between the row before, or the beginning of the rows, and the row met last.</summary>
    public ReadOnlySpan<byte> Gap => _buffer.AsSpan(_from, _rowStart - _from);

    /// <summary>The row met last, whole.</summary>
    public ReadOnlySpan<byte> Row => _buffer.AsSpan(_rowStart, _rowEnd - _rowStart);

    /// <summary>Its start tag.</summary>
    public ReadOnlySpan<byte> RowTag => _buffer.AsSpan(_rowStart, _tagEnd - _rowStart);

    /// <summary>The bytes up to and including the start tag of the rows; of a sheet without rows all bytes.</summary>
    /// <param name="hasRows">Whether rows may follow.</param>
    public ReadOnlySpan<byte> Head(out bool hasRows)
    {
        while (true)
        {
            var tags = new XmlTags(_buffer.AsSpan(0, _length), _from);
            while (tags.Next())
            {
                if (!tags.Name.SequenceEqual("sheetData"u8) || tags.Kind == XmlTagKind.End) continue;
                hasRows = tags.Kind == XmlTagKind.Start;
                if (!hasRows) return Rest();
                _from = _rowStart = _rowEnd = tags.End;
                return _buffer.AsSpan(0, tags.End);
            }

            More();
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns><see langword="false"/> where the rows end.</returns>
    public bool NextRow()
    {
        _from = _rowEnd;
        while (true)
        {
            var found = Find();
            if (found is { } isRow) return isRow;
            More();
        }
    }

    /// <summary>What stands behind the row met last, to the end of the part.</summary>
    public ReadOnlySpan<byte> Rest()
    {
        while (!_ended) More();
        return _buffer.AsSpan(_from, _length - _from);
    }

    private bool? Find()
    {
        var tags = new XmlTags(_buffer.AsSpan(0, _length), _from);
        while (tags.Next())
        {
            if (tags.Kind == XmlTagKind.Other) continue;
            if (tags.Kind == XmlTagKind.End)
            {
                _rowStart = _rowEnd = _from;
                return false;
            }

            var isRow = tags.Name.SequenceEqual("row"u8);
            var (start, tagEnd) = (tags.Start, tags.End);
            if (isRow && tags.Kind == XmlTagKind.Start && _isPlain && tags.FullName.Length == 3)
            {
                // Without comments and CDATA these bytes can be nothing but the row's end.
                var end = _buffer.AsSpan(tagEnd, _length - tagEnd).IndexOf("</row"u8);
                if (end < 0 || tagEnd + end + 5 >= _length) return null;
                if (_buffer[tagEnd + end + 5] == '>')
                {
                    (_rowStart, _tagEnd, _rowEnd) = (start, tagEnd, tagEnd + end + 6);
                    return true;
                }
            }

            if (!tags.SkipElement()) return null;
            if (!isRow) continue;
            (_rowStart, _tagEnd, _rowEnd) = (start, tagEnd, tags.End);
            return true;
        }

        return null;
    }

    private void More()
    {
        // What is broken here was whole when the export was read.
        if (_ended) throw new InputException("FILE-04/sheet", location);
        if (_length - _from >= LongestPiece) throw new InputException("FILE-05/record", location, new FindingArgument("limit", "64"));
        if (_from > 0)
        {
            _buffer.AsSpan(_from, _length - _from).CopyTo(_buffer);
            _length -= _from;
            _rowStart -= _from;
            _rowEnd -= _from;
            _from = 0;
        }

        if (_length > _buffer.Length / 2) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = part.ReadAtLeast(_buffer.AsSpan(_length), _buffer.Length - _length, throwOnEndOfStream: false);
        _ended = read < _buffer.Length - _length;
        _length += read;
        var held = _buffer.AsSpan(0, _length);
        _isPlain = held.IndexOf("<!"u8) < 0 && held.IndexOf("<?"u8) < 0;
    }
}
