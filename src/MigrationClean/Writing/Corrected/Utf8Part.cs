using System.Text;
using MigrationClean.Files;

namespace MigrationClean.Writing.Corrected;

/// <summary>A part of a workbook as UTF-8 whatever its declaration says: nearly all are, and the few others are written anew as UTF-8.</summary>
internal static class Utf8Part
{
    private const int MostDeclaration = 256;

    /// <summary>Opens a part; one in another encoding gets a declaration of UTF-8.</summary>
    /// <param name="parts">The archive.</param>
    /// <param name="name">The part, which exists and was read as XML before.</param>
    public static Stream Open(ZipParts parts, string name)
    {
        var part = parts.Open(name);
        var head = new byte[MostDeclaration];
        head = head[..part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        var all = new JoinedStream(head, part);
        if (EncodingOf(head) is not { } encoding) return all;

        var utf8 = Encoding.CreateTranscodingStream(all, encoding, new UTF8Encoding(false));
        var text = new byte[MostDeclaration];
        text = text[..utf8.ReadAtLeast(text, text.Length, throwOnEndOfStream: false)];
        var end = text.AsSpan().IndexOf("?>"u8);
        var rest = end < 0 ? text : text[(end + 2)..];
        return new JoinedStream((byte[])[.. "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"u8, .. rest], utf8);
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> head)
    {
        if (TextEncoding.ByMark(head) is { } marked) return marked is UTF8Encoding ? null : marked;
        if (head.StartsWith("<\0?\0"u8)) return Encoding.Unicode;
        if (head.StartsWith("\0<\0?"u8)) return Encoding.BigEndianUnicode;
        if (!head.StartsWith("<?xml"u8)) return null;
        var declaration = head[..(head.IndexOf((byte)'>') + 1)];
        var (start, length) = XmlTags.Attribute(declaration, "encoding"u8);
        var name = Encoding.ASCII.GetString(declaration.Slice(start, length));
        if (name.Length == 0 || string.Equals(name, "utf-8", StringComparison.OrdinalIgnoreCase)) return null;
        TextEncoding.RegisterCodePages();
        return Encoding.GetEncoding(name);
    }
}
