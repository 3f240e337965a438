using System.Text;
using System.Text.Unicode;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Csv;

/// <summary>Cuts a stream of UTF-8 text into blocks of whole records, and parses them.</summary>
internal sealed class CsvSource(Stream utf8, Location location) : IBlockSource
{
    /// <summary>Bytes of a block; a text's separator is told from the first.</summary>
    public const int BlockSize = 256 << 10;

    private const int LongestRecord = 64 << 20;
    private const int MostColumns = 16384;

    private byte[] _rest = [];
    private int _restLength;
    private long _offset;
    private bool _ended;
    private bool _begun;
    private CsvDialect _dialect;

    /// <summary>The separator, known once the first block was filled.</summary>
    public char Separator => (char)_dialect.Separator;

    /// <inheritdoc/>
    public bool Fill(CellBlock block)
    {
        if (_ended && _restLength == 0) return false;
        if (block.Bytes.Length < BlockSize) block.Bytes = GC.AllocateUninitializedArray<byte>(BlockSize);
        while (true)
        {
            FillBytes(block);
            if (!_begun) Begin(block);
            var scan = QuoteScan.Of(block.Bytes.AsSpan(0, block.Length), _dialect.Separator, _dialect.LineEnd);
            var records = scan.AreSound ? scan.Records : RecordsByteByByte(block);
            if (_ended) records = block.Length;
            if (records > 0)
            {
                Keep(block, records, scan);
                return block.Length > 0;
            }

            if (block.Length == 0 && _ended) return false;
            if (block.Length >= LongestRecord) throw new InputException("FILE-05/record", location, new FindingArgument("limit", "64"));

            _rest = block.Bytes;
            _restLength = block.Length;
            block.Bytes = GC.AllocateUninitializedArray<byte>(block.Bytes.Length * 2);
        }
    }

    /// <inheritdoc/>
    public bool Parse(CellBlock block)
    {
        var bytes = block.Bytes.AsSpan(0, block.Length);
        if (!Utf8.IsValid(bytes)) block.Trouble = EncodingTrouble.Of(bytes, block.Offset, _dialect);
        else if (bytes.Contains((byte)0)) block.Trouble = EncodingTrouble.Nul(bytes, _dialect);
        if (block.Trouble is not null) return true;

        CsvRecords.Parse(block, _dialect);
        if (block.Trouble is null) CheckLimits(block);
        return true;
    }

    private static void CheckLimits(CellBlock block)
    {
        for (var row = 0; row < block.RowCount; row++)
        {
            if (block.Rows[row].Fields <= MostColumns) continue;
            block.Trouble = new("FILE-05/columns", row, row, -1, new FindingArgument("limit", MostColumns.ToString()));
            return;
        }

        CellLimits.Check(block);
    }

    private void FillBytes(CellBlock block)
    {
        _rest.AsSpan(0, _restLength).CopyTo(block.Bytes);
        block.Length = _restLength;
        _restLength = 0;
        try
        {
            while (!_ended && block.Length < block.Bytes.Length)
            {
                var read = utf8.Read(block.Bytes.AsSpan(block.Length));
                _ended = read == 0;
                block.Length += read;
            }
        }
        catch (DecoderFallbackException)
        {
            throw new InputException("FILE-06/decode", location);
        }
    }

    // The record ends of text whose quotes break the rules can only be found by walking it; on a copy, as walking unescapes in place.
    private int RecordsByteByByte(CellBlock block)
    {
        var copy = block.Bytes.AsSpan(0, block.Length).ToArray();
        var at = 0;
        while (at < copy.Length)
        {
            var record = new OneRecord(copy, at, _dialect);
            while (record.NextField())
            {
            }

            // A record end right at the end may be the CR of a CR LF; without one the record may go on.
            if (record.End == copy.Length) break;
            at = record.End;
        }

        return at;
    }

    /// <summary>How a text separates fields and records, told from its beginning.</summary>
    /// <param name="beginning">The first <see cref="BlockSize"/> bytes as UTF-8, or all of a shorter text.</param>
    /// <param name="mark">Bytes of its byte order mark: 3 or 0.</param>
    /// <param name="hasHint">Whether the first record is <c>sep=</c> and the separator.</param>
    public static CsvDialect DialectOf(ReadOnlySpan<byte> beginning, out int mark, out bool hasHint)
    {
        mark = beginning.StartsWith("\uFEFF"u8) ? 3 : 0;
        var text = beginning[mark..];
        hasHint = text.StartsWith("sep="u8) && text.Length > 5 && text[4] != 0 && text[5] is (byte)'\r' or (byte)'\n';
        var lineEnd = LineEndOf(text);
        return new(hasHint ? text[4] : SeparatorGuess.Of(text[..Math.Min(text.Length, 64 << 10)], lineEnd), lineEnd);
    }

    private void Begin(CellBlock block)
    {
        _begun = true;
        var bytes = block.Bytes.AsSpan(0, block.Length);
        _dialect = DialectOf(bytes, out var skipped, out var hasHint);
        if (skipped == 0 && !hasHint) return;

        // The hint's line stays as an empty one, so that numbers of rows stay true.
        if (hasHint) skipped += 5;
        bytes[skipped..].CopyTo(bytes);
        block.Length -= skipped;
        _offset = skipped;
    }

    private static byte LineEndOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        return end >= 0 && text[end] == '\r' && end + 1 < text.Length && text[end + 1] != '\n' && !text.Contains((byte)'\n') ? (byte)'\r' : (byte)'\n';
    }

    private void Keep(CellBlock block, int records, QuoteScan scan)
    {
        _restLength = block.Length - records;
        if (_rest.Length < _restLength || ReferenceEquals(_rest, block.Bytes)) _rest = GC.AllocateUninitializedArray<byte>(Math.Max(_restLength, BlockSize));
        block.Bytes.AsSpan(records, _restLength).CopyTo(_rest);
        block.Length = records;
        block.Quotes = scan with { AreOpen = scan.AreOpen && _restLength == 0 };
        block.Offset = _offset;
        block.IsLast = _ended && _restLength == 0;
        _offset += records;
    }
}
