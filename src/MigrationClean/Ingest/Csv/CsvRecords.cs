using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Csv;

/// <summary>Finds the fields of the records in a block: 64 bytes a step where quotes are sound, byte by byte where they are not.</summary>
/// <remarks>Both unescape in place, so that a cell is always a stretch of the block's own bytes.</remarks>
internal static class CsvRecords
{
    private const byte Quote = (byte)'"';

    /// <summary>Finds the cells of a block of whole records.</summary>
    public static void Parse(CellBlock block, CsvDialect dialect)
    {
        if (block.Quotes.AreSound && !block.Quotes.AreOpen) ParseSound(block, dialect);
        else ParseAny(block, dialect);
    }

    /// <summary>Finds the cells of any text, sound or not, as spreadsheets do: a quote inside an unquoted field is text, text after a closing quote belongs to the field.</summary>
    public static void ParseAny(CellBlock block, CsvDialect dialect)
    {
        var bytes = block.Bytes.AsSpan(0, block.Length);
        var at = 0;
        var lines = 0;
        while (at < bytes.Length)
        {
            block.AddRow(0);
            var record = new OneRecord(bytes, at, dialect);
            while (record.NextField())
                if (record.FieldLength > 0) block.Add(record.FieldStart, record.FieldLength, Math.Min(record.Fields - 1, ushort.MaxValue), CellSource.Block, CellKinds.Text);
            block.EndRecord(record.Fields, record.Lines);
            if (record.IsOpen) block.Trouble ??= new("FILE-04/quote", block.RowCount - 1, lines, -1);
            if (record.IsBroken) block.BrokenQuotes = block.BrokenQuotes.Count == 0 ? (1, block.RowCount - 1) : (block.BrokenQuotes.Count + 1, block.BrokenQuotes.First);
            lines += record.Lines;
            at = record.End;
        }
    }

    private static void ParseSound(CellBlock block, CsvDialect dialect)
    {
        var parser = new Sound(block, dialect);
        ref var start = ref MemoryMarshal.GetReference(block.Bytes.AsSpan());
        var length = block.Length;
        var at = 0;
        for (; at + 64 <= length; at += 64) parser.Step(Vector512.LoadUnsafe(ref start, (nuint)at), at);
        if (at < length)
        {
            Span<byte> rest = stackalloc byte[64];
            block.Bytes.AsSpan(at, length - at).CopyTo(rest);
            parser.Step(Vector512.Create<byte>(rest), at);
        }

        parser.Finish();
    }

    private ref struct Sound(CellBlock block, CsvDialect dialect)
    {
        private readonly byte[] _bytes = block.Bytes;
        private readonly bool _doubled = block.Quotes.AreDoubled;
        private readonly bool _innerLines = block.Quotes.HoldLineEnds;
        private readonly Vector512<byte> _separators = Vector512.Create(dialect.Separator);
        private ulong _inside;
        private int _field;
        private int _lines;
        private int _fields;

        public void Step(Vector512<byte> bytes, int at)
        {
            var quotes = Vector512.Equals(bytes, Vector512.Create(Quote)).ExtractMostSignificantBits();
            var breaks = (Vector512.Equals(bytes, _separators) | Vector512.Equals(bytes, Vector512.Create((byte)'\r'))
                | Vector512.Equals(bytes, Vector512.Create((byte)'\n'))).ExtractMostSignificantBits();
            var inside = QuoteScan.PrefixXor(quotes) ^ _inside;
            _inside = (ulong)((long)inside >> 63);
            breaks &= ~inside;
            while (breaks != 0)
            {
                EndField(at + BitOperations.TrailingZeroCount(breaks));
                breaks &= breaks - 1;
            }
        }

        public void Finish()
        {
            if (_field < block.Length || _fields > 0) EndField(block.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void EndField(int end)
        {
            if (_fields > 0 && end < _bytes.Length && _bytes[end] == dialect.Separator)
            {
                AddCell(_field, end - _field);
                _fields++;
                _field = end + 1;
            }
            else
            {
                EndFirstOrLast(end);
            }
        }

        private void EndFirstOrLast(int end)
        {
            var isRecordEnd = end >= block.Length || _bytes[end] != dialect.Separator;
            if (_fields == 0)
            {
                if (isRecordEnd && end == _field && end > 0 && end < block.Length && _bytes[end] == '\n' && _bytes[end - 1] == '\r')
                {
                    // The LF of a CR LF: the record ended at the CR.
                    _field = end + 1;
                    return;
                }

                block.AddRow(0);
            }

            AddCell(_field, end - _field);
            _fields++;
            _field = end + 1;
            if (!isRecordEnd) return;
            block.EndRecord(_fields, 1 + _lines);
            _fields = 0;
            _lines = 0;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void AddCell(int start, int length)
        {
            if (length == 0) return;
            if (_bytes[start] == Quote)
            {
                start++;
                length -= 2;
                if (length == 0) return;
                if (_innerLines) _lines += _bytes.AsSpan(start, length).Count(dialect.LineEnd);
                if (_doubled) length = Undouble(_bytes.AsSpan(start, length));
            }

            block.Add(start, length, Math.Min(_fields, ushort.MaxValue), CellSource.Block, CellKinds.Text);
        }

        private static int Undouble(Span<byte> field)
        {
            var read = field.IndexOf(Quote);
            if (read < 0) return field.Length;
            var write = read;
            while (read < field.Length)
            {
                var b = field[read++];
                if (b == Quote) read++;
                field[write++] = b;
            }

            return write;
        }
    }
}
