using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsvHelper;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Csv;

/// <summary>Finds the fields of the records in a block: with CsvHelper where quotes are sound, byte by byte where they are not.</summary>
/// <remarks>A cell is a stretch of the block's own bytes, or of its extra bytes where CsvHelper had to undo doubled quotes.</remarks>
internal static class CsvRecords
{
    /// <summary>Finds the cells of a block of whole records.</summary>
    public static void Parse(CellBlock block, CsvDialect dialect)
    {
        if (block.Quotes.AreSound && !block.Quotes.AreOpen) ParseSound(block, dialect);
        else ParseAny(block, dialect);
    }

    /// <summary>
    /// Finds the cells of any text, sound or not, as spreadsheets do: a quote inside an unquoted field is text, text after a closing quote belongs to the field.
    /// </summary>
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
                if (record.FieldLength > 0) block.Add(record.FieldStart, record.FieldLength, Position(record.Fields - 1), CellSource.Block, CellKinds.Text);
            block.EndRecord(record.Fields, record.Lines);
            if (record.IsOpen) block.Trouble ??= new("FILE-04/quote", block.RowCount - 1, lines, -1);
            if (record.IsBroken)
                block.BrokenQuotes = block.BrokenQuotes.Count == 0 ? (1, block.RowCount - 1) : block.BrokenQuotes with { Count = block.BrokenQuotes.Count + 1 };
            lines += record.Lines;
            at = record.End;
        }
    }

    private static void ParseSound(CellBlock block, CsvDialect dialect)
    {
        var bytes = block.Bytes;
        var holdsLineEnds = block.Quotes.HoldLineEnds;
        var options = new CsvReaderOptions { Separator = (char)dialect.Separator, HasHeader = false, SkipEmptyLines = false, DetectSeparatorHint = false };
        using var reader = CsvReader.Create(new ReadOnlyMemory<byte>(bytes, 0, block.Length), options);
        ref var start = ref MemoryMarshal.GetArrayDataReference(bytes);
        while (reader.Read())
        {
            block.AddRow(0);
            var fields = reader.FieldCount;
            for (var i = 0; i < fields; i++)
            {
                var value = reader.GetSpan(i);
                if (value.IsEmpty) continue;
                var offset = (long)Unsafe.ByteOffset(ref start, ref MemoryMarshal.GetReference(value));
                if ((ulong)offset < (ulong)bytes.Length)
                {
                    block.Add((int)offset, value.Length, Position(i), CellSource.Block, CellKinds.Text);
                    continue;
                }

                block.Add(block.Extra.Length, value.Length, Position(i), CellSource.Extra, CellKinds.Text);
                block.Extra.Append(value);
            }

            block.EndRecord(fields, holdsLineEnds ? 1 + reader.RawRecord.Count(dialect.LineEnd) : 1);
        }
    }

    // A record with too many fields is refused by its number of fields; until then positions stay in range.
    private static int Position(int field) => Math.Min(field, ushort.MaxValue);
}
