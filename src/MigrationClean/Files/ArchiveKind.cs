using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>What a ZIP archive is, by the names of its parts.</summary>
internal static class ArchiveKind
{
    private static readonly string[] MediaEndings =
    [
        ".jpg", ".jpeg", ".png", ".gif", ".heic", ".mp3", ".mp4", ".m4a", ".amr", ".3gp", ".wav", ".ogg", ".aac", ".webm", ".mov",
    ];

    /// <summary>Whether it is an .xlsx or .xlsm workbook.</summary>
    public static bool IsWorkbook(ZipParts parts) =>
        parts.Has("xl/workbook.xml") || (parts.Has("[Content_Types].xml") && parts.Names.Any(static n => IsWorksheet(n)));

    /// <summary>Why it is no export; <see langword="null"/> for a workbook or a set of CSV files.</summary>
    public static InputException? RefusalOf(ZipParts parts)
    {
        if (IsWorkbook(parts)) return null;
        if (parts.Has("xl/workbook.bin")) return parts.Refused("FILE-02/xlsb");
        if (parts.Has("word/document.xml") || parts.Has("ppt/presentation.xml")) return parts.Refused("FILE-02/document");
        if (parts.Has("mimetype")) return parts.Refused(MimeType(parts).Contains("spreadsheet", StringComparison.Ordinal) ? "FILE-02/ods" : "FILE-02/document");
        if (parts.Has("[Content_Types].xml")) return parts.Refused("FILE-04/workbook");

        var files = parts.Names.Where(static n => !n.EndsWith('/') && !n.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        if (files.Any(n => EndsWith(n, ".csv") && !n.Contains("media/", StringComparison.OrdinalIgnoreCase))) return null;
        if (files.Any(n => EndsWith(n, ".sps"))) return parts.Refused("FILE-02/spss-labels");
        if (files.Any(n => EndsWith(n, ".xlsx") || EndsWith(n, ".xls") || EndsWith(n, ".json"))) return parts.Refused("FILE-02/packed");
        if (files.Count > 0 && files.All(n => MediaEndings.Any(e => EndsWith(n, e)))) return parts.Refused("FILE-02/media");
        return parts.Refused("FILE-02/zip");
    }

    private static bool IsWorksheet(string name) => name.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) && EndsWith(name, ".xml");

    private static bool EndsWith(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string MimeType(ZipParts parts)
    {
        using var part = parts.Open("mimetype");
        var bytes = new byte[128];
        return Encoding.ASCII.GetString(bytes, 0, part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
