using System.Buffers;
using System.Text;

namespace MigrationClean.Files;

/// <summary>Text of a workbook: XML escapes, and Excel's own <c>_xHHHH_</c> for what XML forbids.</summary>
internal static class XmlText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n')).Select(b => (byte)b), (byte)'&', (byte)'<', (byte)'>', (byte)'_', 0xEF]);

    /// <summary>Whether the text needs <c>xml:space="preserve"</c>: white space at an end, or a line feed anywhere.</summary>
    public static bool NeedsPreserve(ReadOnlySpan<byte> value) =>
        value.Length > 0 && (IsSpace(value[0]) || IsSpace(value[^1]) || value.Contains((byte)'\n'));

    /// <summary>Appends a UTF-8 text, escaped.</summary>
    public static void Add(ReadOnlySpan<byte> value, ByteBlock block)
    {
        for (var at = value.IndexOfAny(Special); at >= 0; at = value.IndexOfAny(Special))
        {
            block.Add(value[..at]);
            value = value[at..];
            value = value[AddSpecial(value, block)..];
        }

        block.Add(value);
    }

    /// <summary>Appends the rest of a text cell, from after the number of its style to its end tag.</summary>
    public static void AddInline(ReadOnlySpan<byte> value, ByteBlock block)
    {
        block.Add(NeedsPreserve(value) ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : "\" t=\"inlineStr\"><is><t>"u8);
        Add(value, block);
        block.Add("</t></is></c>"u8);
    }

    /// <summary>Appends a text, escaped also for an attribute in double quotes.</summary>
    public static void AddAttribute(string value, ByteBlock block) =>
        block.Add(Encoding.UTF8.GetBytes(value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal)));

    /// <summary>Length in UTF-16 units.</summary>
    public static int Utf16Length(ReadOnlySpan<byte> value)
    {
        // One unit a lead byte, two for a character beyond the basic plane.
        var units = 0;
        foreach (var b in value) units += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        return units;
    }

    private static int AddSpecial(ReadOnlySpan<byte> value, ByteBlock block)
    {
        switch (value[0])
        {
            case (byte)'&':
                block.Add("&amp;"u8);
                return 1;
            case (byte)'<':
                block.Add("&lt;"u8);
                return 1;
            case (byte)'>':
                block.Add("&gt;"u8);
                return 1;
            case (byte)'_':
                block.Add(IsCode(value) ? "_x005F_"u8 : "_"u8);
                return 1;
            case 0xEF:
                // U+FFFE and U+FFFF are EF BF BE and EF BF BF; everything else that starts with EF is text.
                if (value.Length < 3 || value[1] != 0xBF || value[2] < 0xBE)
                {
                    block.Add(value[..1]);
                    return 1;
                }

                block.Add(value[2] == 0xBE ? "_xFFFE_"u8 : "_xFFFF_"u8);
                return 3;
            default:
                block.Add("_x00"u8);
                block.Add(Hex(value[0] >> 4));
                block.Add(Hex(value[0] & 15));
                block.Add((byte)'_');
                return 1;
        }
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';

    private static bool IsCode(ReadOnlySpan<byte> value) =>
        value.Length >= 7 && value[1] is (byte)'x' or (byte)'X' && value[6] == '_' && value[2..6].IndexOfAnyExcept(HexDigits) < 0;

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdefABCDEF"u8);

    private static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
}
