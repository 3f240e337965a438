using System.Buffers.Text;
using System.Text;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Undoes the two escapes of a workbook's text in place: XML's entities and line ends, and the format's own <c>_xHHHH_</c>.</summary>
internal static class SheetText
{
    private const int EscapeLength = 7;

    /// <summary>Undoes <c>_xHHHH_</c>.</summary>
    /// <returns>Bytes that remain.</returns>
    public static int Unescape(Span<byte> text)
    {
        var read = text.IndexOf("_x"u8);
        if (read < 0) return text.Length;
        var write = read;
        while (read < text.Length)
        {
            if (text[read] != '_' || CharAt(text[read..]) is not { } first)
            {
                text[write++] = text[read++];
                continue;
            }

            var length = EscapeLength;
            if (char.IsHighSurrogate(first) && CharAt(text[(read + length)..]) is { } second && char.IsLowSurrogate(second))
            {
                write += new Rune(first, second).EncodeToUtf8(text[write..]);
                length *= 2;
            }
            else if (char.IsSurrogate(first))
            {
                // Half a pair is no character: it stays as it is written.
                text.Slice(read, length).CopyTo(text[write..]);
                write += length;
            }
            else
            {
                write += new Rune(first).EncodeToUtf8(text[write..]);
            }

            read += length;
        }

        return write;
    }

    /// <summary>Undoes entities, and turns CR LF and CR into LF, as XML asks.</summary>
    /// <returns>Bytes that remain; −1 if an entity is unknown or broken.</returns>
    public static int DecodeXml(Span<byte> text)
    {
        var read = text.IndexOfAny((byte)'&', (byte)'\r');
        if (read < 0) return text.Length;
        var write = read;
        while (read < text.Length)
        {
            var b = text[read];
            if (b == '&')
            {
                var length = text[read..].IndexOf((byte)';');
                if (length < 0 || Entity(text.Slice(read + 1, length - 1)) is not { } rune) return -1;
                write += rune.EncodeToUtf8(text[write..]);
                read += length + 1;
                continue;
            }

            read++;
            if (b == '\r')
            {
                b = (byte)'\n';
                if (read < text.Length && text[read] == '\n') read++;
            }

            text[write++] = b;
        }

        return write;
    }

    private static char? CharAt(ReadOnlySpan<byte> text)
    {
        if (text.Length < EscapeLength || text[0] != '_' || text[1] != 'x' || text[EscapeLength - 1] != '_') return null;
        return Utf8Parser.TryParse(text[2..(EscapeLength - 1)], out ushort value, out var used, 'x') && used == 4 ? (char)value : null;
    }

    private static Rune? Entity(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("lt"u8)) return new('<');
        if (name.SequenceEqual("gt"u8)) return new('>');
        if (name.SequenceEqual("amp"u8)) return new('&');
        if (name.SequenceEqual("quot"u8)) return new('"');
        if (name.SequenceEqual("apos"u8)) return new('\'');
        if (name.Length < 2 || name[0] != '#') return null;
        var isHex = name[1] == 'x';
        var digits = name[(isHex ? 2 : 1)..];
        return Utf8Parser.TryParse(digits, out uint value, out var used, isHex ? 'x' : 'D') && used == digits.Length && Rune.IsValid(value) && IsXmlChar(value)
            ? new(value)
            : null;
    }

    private static bool IsXmlChar(uint value) => value >= 0x20 ? value is not (0xFFFE or 0xFFFF) : value is 9 or 10 or 13;
}
