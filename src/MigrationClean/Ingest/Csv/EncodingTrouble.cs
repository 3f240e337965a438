using System.Globalization;
using System.Text;
using System.Text.Unicode;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Csv;

/// <summary>Says where a block stops being UTF-8, and which encoding it most likely is.</summary>
internal static class EncodingTrouble
{
    /// <summary>The trouble of a block that is not UTF-8.</summary>
    public static BlockTrouble Of(ReadOnlySpan<byte> bytes, long offset, CsvDialect dialect)
    {
        if (offset % 2 == 0 && EncodingGuess.Utf16(bytes) is { } wide) return Utf16(bytes, wide, dialect);
        var at = FirstInvalid(bytes);
        var mixed = HasMultibyte(bytes[..at]) || HasMultibyteAfter(bytes[at..]);
        return new(
            mixed ? "FILE-06/mixed" : "FILE-06",
            RowsIn(bytes[..at], dialect),
            bytes[..at].Count(dialect.LineEnd),
            -1,
            new FindingArgument("offset", (offset + at).ToString(CultureInfo.InvariantCulture)),
            new FindingArgument("encoding", EncodingGuess.Of(bytes)));
    }

    /// <summary>The trouble of a block with a NUL byte, which no text file holds.</summary>
    public static BlockTrouble Nul(ReadOnlySpan<byte> bytes, CsvDialect dialect)
    {
        // Such a text has its first zero byte in its first block, which begins at the file's beginning.
        if (EncodingGuess.Utf16(bytes) is { } wide) return Utf16(bytes, wide, dialect);
        var at = bytes.IndexOf((byte)0);
        return new("FILE-06/nul", RowsIn(bytes[..at], dialect), bytes[..at].Count(dialect.LineEnd), -1);
    }

    private static BlockTrouble Utf16(ReadOnlySpan<byte> bytes, string encoding, CsvDialect dialect)
    {
        var at = bytes.IndexOf((byte)0);
        return new("FILE-06/utf16", RowsIn(bytes[..at], dialect), bytes[..at].Count(dialect.LineEnd), -1, new FindingArgument("encoding", encoding));
    }

    // Quotes are not looked at here, so that the row is told as a line where quoted fields hold line ends.
    private static int RowsIn(ReadOnlySpan<byte> before, CsvDialect dialect) => before.Count(dialect.LineEnd);

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int low = 0, high = bytes.Length;
        while (low < high)
        {
            var rune = Rune.DecodeFromUtf8(bytes[low..], out _, out var length);
            if (rune != System.Buffers.OperationStatus.Done) return low;
            low += length;
            var ascii = bytes[low..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            low = ascii < 0 ? high : low + ascii;
        }

        return low;
    }

    private static bool HasMultibyte(ReadOnlySpan<byte> valid) => valid.ContainsAnyInRange((byte)0x80, (byte)0xFF);

    // Two whole sequences of Cyrillic in a row hardly occur by chance in a one-byte encoding.
    private static bool HasMultibyteAfter(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 8 <= bytes.Length; i++)
            if (bytes[i] is 0xD0 or 0xD1 && Utf8.IsValid(bytes.Slice(i, 4)) && bytes[i + 2] is 0xD0 or 0xD1 && Utf8.IsValid(bytes.Slice(i, 8))) return true;
        return false;
    }
}
