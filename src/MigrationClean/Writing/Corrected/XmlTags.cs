using System.Buffers;

namespace MigrationClean.Writing.Corrected;

/// <summary>What stands between angle brackets.</summary>
internal enum XmlTagKind : byte
{
    /// <summary><c>&lt;row&gt;</c>.</summary>
    Start,

    /// <summary><c>&lt;row/&gt;</c>.</summary>
    Empty,

    /// <summary><c>&lt;/row&gt;</c>.</summary>
    End,

    /// <summary>A comment, processing instruction, declaration, or text in CDATA.</summary>
    Other,
}

/// <summary>Walks the tags of well-formed UTF-8 XML and tells where they stand, so that everything else can be copied as it is.</summary>
internal ref struct XmlTags(ReadOnlySpan<byte> xml, int from = 0)
{
    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" \t\r\n/>"u8);

    private readonly ReadOnlySpan<byte> _xml = xml;
    private ReadOnlySpan<byte> _name;

    /// <summary>Offset of the tag's <c>&lt;</c>; where there is no further whole tag, of one that is cut off, or the text's end.</summary>
    public int Start { get; private set; } = from;

    /// <summary>Offset behind the tag.</summary>
    public int End { get; private set; } = from;

    /// <summary>What it is.</summary>
    public XmlTagKind Kind { get; private set; }

    /// <summary>The tag with its brackets.</summary>
    public readonly ReadOnlySpan<byte> Tag => _xml[Start..End];

    /// <summary>The element's name as written, prefix and all; empty for <see cref="XmlTagKind.Other"/>.</summary>
    public readonly ReadOnlySpan<byte> FullName => _name;

    /// <summary>The element's name without prefix.</summary>
    public readonly ReadOnlySpan<byte> Name => _name[(_name.IndexOf((byte)':') + 1)..];

    /// <summary>Goes to the next whole tag.</summary>
    public bool Next()
    {
        var open = _xml[End..].IndexOf((byte)'<');
        Start = open < 0 ? _xml.Length : End + open;
        _name = default;
        if (open < 0) return false;
        var rest = _xml[Start..];
        var length = rest.Length < 2 ? -1 : rest[1] switch
        {
            (byte)'?' => Behind(rest, "?>"u8),
            (byte)'!' when rest.StartsWith("<!--"u8) => Behind(rest, "-->"u8),
            (byte)'!' when rest.StartsWith("<![CDATA["u8) => Behind(rest, "]]>"u8),
            (byte)'!' => rest.Length < 9 ? -1 : Behind(rest, ">"u8),
            _ => ElementLength(rest),
        };
        if (length < 0) return false;
        End = Start + length;
        if (rest[1] is (byte)'?' or (byte)'!')
        {
            Kind = XmlTagKind.Other;
            return true;
        }

        Kind = rest[1] == '/' ? XmlTagKind.End : rest[length - 2] == '/' ? XmlTagKind.Empty : XmlTagKind.Start;
        _name = NameIn(rest[(Kind == XmlTagKind.End ? 1 : 0)..length]);
        return true;
    }

    /// <summary>Goes behind the element whose start tag was met last. Only tags of its own name are counted.</summary>
    /// <returns><see langword="false"/> if its end is not in the text.</returns>
    public bool SkipElement()
    {
        if (Kind != XmlTagKind.Start) return true;
        var name = _name;
        var depth = 1;
        while (depth > 0)
        {
            if (!Next()) return false;
            if (!_name.SequenceEqual(name)) continue;
            if (Kind == XmlTagKind.Start) depth++;
            else if (Kind == XmlTagKind.End) depth--;
        }

        return true;
    }

    /// <summary>The element's name in a start tag as written, prefix and all.</summary>
    public static ReadOnlySpan<byte> NameIn(ReadOnlySpan<byte> tag) => tag[1..(1 + tag[1..].IndexOfAny(NameEnds))];

    /// <summary>Where the value of an attribute stands in a tag; empty at 0 if the tag has none of that name.</summary>
    public static (int Start, int Length) Attribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var at = 0;
        while (true)
        {
            var equals = tag[at..].IndexOf((byte)'=');
            if (equals < 0) return default;
            var before = tag.Slice(at, equals).TrimEnd(" \t\r\n"u8);
            var met = before[(before.LastIndexOfAny(" \t\r\n"u8) + 1)..];
            at += equals + 1;
            var quote = tag[at..].IndexOfAny((byte)'"', (byte)'\'');
            if (quote < 0) return default;
            at += quote + 1;
            var length = tag[at..].IndexOf(tag[at - 1]);
            if (length < 0) return default;
            if (met.SequenceEqual(name)) return (at, length);
            at += length + 1;
        }
    }

    private static int Behind(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end)
    {
        var at = rest.IndexOf(end);
        return at < 0 ? -1 : at + end.Length;
    }

    // A bracket inside an attribute's quotes ends nothing.
    private static int ElementLength(ReadOnlySpan<byte> rest)
    {
        var at = 0;
        while (true)
        {
            var next = rest[at..].IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (next < 0) return -1;
            at += next + 1;
            if (rest[at - 1] == '>') return at;
            var close = rest[at..].IndexOf(rest[at - 1]);
            if (close < 0) return -1;
            at += close + 1;
        }
    }
}
