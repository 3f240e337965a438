using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Files;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>What a number format makes of a number.</summary>
internal enum NumberKind : byte
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>A day, with a time of day where the number has a fraction.</summary>
    Date,

    /// <summary>A day with its time of day.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A span of time that may pass a day: <c>[h]:mm</c>.</summary>
    Duration,
}

/// <summary>Tells dates from numbers by their formats, built-in and custom.</summary>
internal static class NumberFormats
{
    /// <summary>What each cell style (index into <c>cellXfs</c>) makes of a number.</summary>
    public static ImmutableArray<NumberKind> Read(ZipParts parts, string part)
    {
        var custom = new Dictionary<int, NumberKind>();
        var styles = ImmutableArray.CreateBuilder<NumberKind>();
        var inCellFormats = false;
        using var xml = new PartXml(parts, part);
        while (xml.Read())
        {
            var reader = xml.Reader;
            if (reader.LocalName == "cellXfs") inCellFormats = reader.NodeType == System.Xml.XmlNodeType.Element && !reader.IsEmptyElement;
            if (reader.NodeType != System.Xml.XmlNodeType.Element) continue;
            if (reader.LocalName == "numFmt" && Id(reader.GetAttribute("numFmtId")) is { } id) custom[id] = KindOf(reader.GetAttribute("formatCode") ?? "");
            else if (inCellFormats && reader.LocalName == "xf")
            {
                var number = Id(reader.GetAttribute("numFmtId")) ?? 0;
                styles.Add(custom.TryGetValue(number, out var kind) ? kind : BuiltIn(number));
            }
        }

        return styles.ToImmutable();
    }

    /// <summary>What a format code makes of a number: looks at its first section, outside quotes, escapes and brackets.</summary>
    public static NumberKind KindOf(string code)
    {
        bool day = false, time = false, minute = false, elapsed = false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1);
                    if (i < 0) i = code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var end = code.IndexOf(']', i);
                    if (end < 0) end = code.Length;
                    elapsed |= code[(i + 1)..end].ToUpperInvariant() is "H" or "HH" or "M" or "MM" or "S" or "SS";
                    i = end;
                    break;
                case ';':
                    i = code.Length;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    i += "General".Length - 1;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or 'e' or 'g' or 'b' or 'B':
                    day = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
                case 'm' or 'M':
                    minute = true;
                    break;
                case '0' or '#' or '?' or '@' when !day && !time && !minute && !elapsed:
                    return NumberKind.Number;
            }
        }

        if (elapsed) return NumberKind.Duration;
        if (day && time) return NumberKind.DateTime;
        if (day) return NumberKind.Date;
        if (time) return NumberKind.Time;
        return minute ? NumberKind.Date : NumberKind.Number; // "mmm" alone is a month
    }

    private static NumberKind BuiltIn(int id) => id switch
    {
        >= 14 and <= 17 or >= 27 and <= 31 or 36 or >= 50 and <= 58 => NumberKind.Date,
        >= 18 and <= 21 or >= 32 and <= 35 or 45 or 47 => NumberKind.Time,
        22 => NumberKind.DateTime,
        46 => NumberKind.Duration,
        _ => NumberKind.Number,
    };

    private static int? Id(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
