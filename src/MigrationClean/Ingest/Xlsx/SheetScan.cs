using System.Buffers;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Finds rows and cells in a sheet's bytes without an XML reader: 4.5 times as fast. Says so where it is not sure of what it meets.</summary>
internal ref struct SheetScan(CellBlock block, CellReading reading)
{
    private const int MostColumns = 16384;
    private const int MostRows = 1 << 20;

    // What ends a text, or makes it one that has to be undone.
    private static readonly SearchValues<byte> TextOrEscape = SearchValues.Create("<&\r_"u8);

    private readonly Span<byte> _bytes = block.Bytes.AsSpan(0, block.Length);
    private int _at;
    private int _row;
    private bool _isEmpty;

    /// <summary>Finds the rows of a block of whole row elements.</summary>
    /// <returns><see langword="false"/> where anything but plain rows and cells is met: prefixes, CDATA, comments, processing instructions, extensions.</returns>
    public bool Rows()
    {
        while (true)
        {
            SkipBlanks();
            if (_at == _bytes.Length) return true;
            if (!Take("<row"u8) || !Row()) return false;
        }
    }

    private bool Row()
    {
        var number = 0;
        if (!Attributes(out var attributes)) return false;
        if (attributes.Reference.Length > 0 && !Number(attributes.Reference, out number)) return false;
        if (number > MostRows) block.Trouble ??= new("FILE-05/rows", block.RowCount, block.RowCount, -1, new FindingArgument("limit", MostRows.ToString()));
        _row = block.RowCount;
        block.AddRow(number);
        if (_isEmpty) return true;

        var column = -1;
        while (true)
        {
            SkipBlanks();
            if (Take("<c"u8))
            {
                if (!OrdinaryCell(ref column) && !Cell(ref column)) return false;
            }
            else
            {
                return Take("</row>"u8);
            }
        }
    }

    // The two shapes that exporters write for nearly all cells: a plain number, and an inline text without anything to undo.
    private bool OrdinaryCell(ref int column)
    {
        var at = _at;
        if (!_bytes[at..].StartsWith(" r=\""u8)) return false;
        at += 4;
        var number = 0;
        while (at < _bytes.Length && (uint)(_bytes[at] - 'A') < 26 && number < MostColumns) number = (number * 26) + _bytes[at++] - 'A' + 1;
        if (number is 0 or > MostColumns) return false;
        while (at < _bytes.Length && (uint)(_bytes[at] - '0') < 10) at++;
        var rest = _bytes[at..];
        int start, length;
        CellKinds kind;
        if (rest.StartsWith("\"><v>"u8))
        {
            start = at + 5;
            length = _bytes[start..].IndexOf((byte)'<');
            if (length <= 0 || !ExcelNumbers.IsPlain(_bytes.Slice(start, length))) return false;
            if (!_bytes[(start + length)..].StartsWith("</v></c>"u8)) return false;
            at = start + length + 8;
            kind = CellKinds.Number;
        }
        else
        {
            if (!rest.StartsWith("\" t=\"inlineStr\"><is><t>"u8)) return false;
            start = at + 23;
            length = _bytes[start..].IndexOfAny(TextOrEscape);
            if (length <= 0 || !_bytes[(start + length)..].StartsWith("</t></is></c>"u8)) return false;
            at = start + length + 13;
            kind = CellKinds.Text;
        }

        _at = at;
        column = number - 1;
        block.CellsMet++;
        block.Add(start, length, column, CellSource.Block, kind);
        return true;
    }

    private bool Cell(ref int column)
    {
        if (!Attributes(out var attributes)) return false;
        var cell = new RawCell { Length = -1, Style = attributes.Style };
        if (attributes.Reference.Length == 0) cell.Column = column + 1;
        else if (!ColumnOf(attributes.Reference, out cell.Column)) return false;
        if (!TypeOf(attributes.Type, out cell.Type)) return false;
        column = cell.Column;
        block.CellsMet++;
        if (column >= MostColumns)
        {
            block.Trouble ??= new("FILE-05/columns", _row, _row, column, new FindingArgument("limit", MostColumns.ToString()));
            return false;
        }

        return _isEmpty || (Content(ref cell) && reading.Add(block, cell));
    }

    private bool Content(ref RawCell cell)
    {
        while (true)
        {
            SkipBlanks();
            if (Take("<v>"u8))
            {
                if (!Text(out cell.Start, out cell.Length) || !Take("</v>"u8)) return false;
            }
            else if (Take("<is>"u8))
            {
                if (!Inline(ref cell)) return false;
            }
            else if (Take("<f"u8))
            {
                if (!Formula(ref cell)) return false;
            }
            else if (!Take("<v/>"u8))
            {
                return Take("</c>"u8);
            }
        }
    }

    private bool Formula(ref RawCell cell)
    {
        if (!Attributes(out var attributes)) return false;
        cell.Formula = attributes.Type.SequenceEqual("array"u8) ? FormulaKind.Array : FormulaKind.Plain;
        var isShared = attributes.Type.SequenceEqual("shared"u8);
        if (!_isEmpty && !(Text(out cell.FormulaStart, out cell.FormulaLength) && Take("</f>"u8))) return false;
        if (isShared && cell.FormulaLength == 0) cell.Formula = FormulaKind.Borrowed;
        return true;
    }

    private bool Inline(ref RawCell cell)
    {
        cell.Length = 0;
        while (true)
        {
            SkipBlanks();
            if (Take("<t"u8))
            {
                if (!Attributes(out _)) return false;
                if (_isEmpty) continue;
                if (!Text(out var start, out var length) || !Take("</t>"u8)) return false;
                if (cell.Length == 0) cell.Start = start;
                else _bytes.Slice(start, length).CopyTo(_bytes[(cell.Start + cell.Length)..]);
                cell.Length += length;
            }
            else if (Take("<rPr>"u8))
            {
                if (!SkipPast("</rPr>"u8)) return false;
            }
            else if (Take("<rPh"u8))
            {
                if (!SkipPast("</rPh>"u8)) return false;
            }
            else if (Take("<phoneticPr"u8))
            {
                if (!Attributes(out _) || !_isEmpty) return false;
            }
            else if (!Take("<r>"u8) && !Take("</r>"u8) && !Take("<rPr/>"u8))
            {
                return Take("</is>"u8);
            }
        }
    }

    private bool Text(out int start, out int length)
    {
        start = _at;
        length = _bytes[_at..].IndexOfAny((byte)'<', (byte)'&', (byte)'\r');
        if (length < 0) return false;
        if (_bytes[_at + length] == '<')
        {
            _at += length;
            return true;
        }

        length = _bytes[_at..].IndexOf((byte)'<');
        if (length < 0) return false;
        _at += length;
        length = SheetText.DecodeXml(_bytes.Slice(start, length));
        return length >= 0;
    }

    private ref struct AttributeValues
    {
        public ReadOnlySpan<byte> Reference;
        public ReadOnlySpan<byte> Type;
        public int Style;
    }

    // Only r, s and t are looked at. The element's name must end here, so that <cols> is not taken for <c>.
    private bool Attributes(out AttributeValues values)
    {
        values = default;
        while (_at < _bytes.Length)
        {
            var b = _bytes[_at];
            if (b == '>')
            {
                _at++;
                _isEmpty = false;
                return true;
            }

            if (b == '/')
            {
                _isEmpty = true;
                return Take("/>"u8);
            }

            if (!IsBlank(b)) return false;
            _at++;
            if (_at < _bytes.Length && (IsBlank(_bytes[_at]) || _bytes[_at] is (byte)'>' or (byte)'/')) continue;
            var name = _at;
            while (_at < _bytes.Length && _bytes[_at] is not ((byte)'=' or (byte)'>' or (byte)'<')) _at++;
            if (_at + 1 >= _bytes.Length || _bytes[_at] != '=' || _bytes[_at + 1] is not ((byte)'"' or (byte)'\'')) return false;
            var nameLength = _at - name;
            var quote = _bytes[_at + 1];
            var start = _at + 2;
            _at = start;
            while (_at < _bytes.Length && _bytes[_at] != quote) _at++;
            if (_at == _bytes.Length) return false;
            var value = _bytes[start.._at];
            _at++;
            if (nameLength != 1) continue;
            if (_bytes[name] == 'r') values.Reference = value;
            else if (_bytes[name] == 't') values.Type = value;
            else if (_bytes[name] == 's' && !Number(value, out values.Style)) return false;
        }

        return false;
    }

    private static bool TypeOf(ReadOnlySpan<byte> type, out CellType result)
    {
        result = CellType.Number;
        if (type.IsEmpty) return true;
        if (type.Length == 1)
        {
            result = type[0] switch
            {
                (byte)'s' => CellType.Shared,
                (byte)'b' => CellType.Boolean,
                (byte)'e' => CellType.Error,
                (byte)'d' => CellType.IsoDate,
                _ => CellType.Number,
            };
            return type[0] is (byte)'s' or (byte)'b' or (byte)'e' or (byte)'d' or (byte)'n';
        }

        result = CellType.Text;
        return type.SequenceEqual("inlineStr"u8) || type.SequenceEqual("str"u8);
    }

    private static bool ColumnOf(ReadOnlySpan<byte> reference, out int column)
    {
        var number = 0;
        var at = 0;
        for (; at < reference.Length && at < 5 && reference[at] is >= (byte)'A' and <= (byte)'Z'; at++) number = (number * 26) + reference[at] - 'A' + 1;
        column = number - 1;
        return at > 0 && at < reference.Length && reference[at] is >= (byte)'0' and <= (byte)'9';
    }

    private static bool Number(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        if (digits.Length is 0 or > 9) return false;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }

    private void SkipBlanks()
    {
        while (_at < _bytes.Length && IsBlank(_bytes[_at])) _at++;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private bool Take(ReadOnlySpan<byte> text)
    {
        if (!_bytes[_at..].StartsWith(text)) return false;
        _at += text.Length;
        return true;
    }

    private bool SkipPast(ReadOnlySpan<byte> text)
    {
        var at = _bytes[_at..].IndexOf(text);
        if (at < 0) return false;
        _at += at + text.Length;
        return true;
    }
}
