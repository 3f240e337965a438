using System.Text;

namespace MigrationClean.Files;

/// <summary>What a file is, by its first bytes; its name decides nothing.</summary>
internal static class FileKind
{
    /// <summary>An archive: a workbook, a set of CSV files, or something else.</summary>
    public const string Zip = "zip";

    /// <summary>An OLE file: an old .xls, or an encrypted workbook.</summary>
    public const string Ole = "ole";

    /// <summary>JSON.</summary>
    public const string Json = "json";

    /// <summary>Any other text.</summary>
    public const string Text = "text";

    private static readonly (byte[] Magic, string Kind)[] Magics =
    [
        ([(byte)'P', (byte)'K', 3, 4], Zip),
        ([(byte)'P', (byte)'K', 5, 6], Zip),
        ([0xD0, 0xCF, 0x11, 0xE0], Ole),
        ([0x1F, 0x8B], "gzip"),
        ("%PDF"u8.ToArray(), "pdf"),
        ("{\\rtf"u8.ToArray(), "document"),
        ("version https://git-lfs"u8.ToArray(), "pointer"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "media"),
        ([0xFF, 0xD8, 0xFF], "media"),
        ("GIF8"u8.ToArray(), "media"),
        ("ID3"u8.ToArray(), "media"),
        ("OggS"u8.ToArray(), "media"),
        ("RIFF"u8.ToArray(), "media"),
        ("#!AMR"u8.ToArray(), "media"),
        ("$FL2"u8.ToArray(), "statistics"),
        ("$FL3"u8.ToArray(), "statistics"),
        ("<stata_dta>"u8.ToArray(), "statistics"),
        ("RDX"u8.ToArray(), "statistics"),
        ("PAR1"u8.ToArray(), "statistics"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "packed"),
        ("Rar!"u8.ToArray(), "packed"),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], "packed"),
        ("BZh"u8.ToArray(), "packed"),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed"),
        ("SQLite format 3"u8.ToArray(), "database"),
    ];

    /// <summary>The kind of a file.</summary>
    /// <param name="head">Its first bytes, some thousands.</param>
    /// <returns>One of the constants, or the variant of FILE-02 that names what else it is.</returns>
    public static string Of(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return "empty";
        foreach (var (magic, kind) in Magics)
            if (head.StartsWith(magic)) return kind;
        if (head.Length > 8 && head[4..8].SequenceEqual("ftyp"u8)) return "media";

        var text = Beginning(head);
        if (text.Length == 0) return head.Length < 4096 ? "empty" : Text;
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return "html";
        if (text[0] == '<') return text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? "html" : "xml";
        return IsJson(text) ? Json : Text;
    }

    private static string Beginning(ReadOnlySpan<byte> head)
    {
        var encoding = head switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(head).TrimStart('\uFEFF').TrimStart().TrimEnd('\0');
    }

    // A header of a text file may begin with a bracket too.
    private static bool IsJson(string text)
    {
        if (text[0] is not ('{' or '[')) return false;
        var next = text[1..].TrimStart();
        return next.Length == 0 || (text[0] == '{' ? next[0] is '"' or '}' : next[0] is '{' or '[' or ']');
    }
}
