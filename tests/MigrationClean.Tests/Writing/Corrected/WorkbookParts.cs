using System.IO.Compression;
using System.Text;
using MigrationClean.Tests.Ingest.Xlsx;

namespace MigrationClean.Tests.Writing.Corrected;

/// <summary>Looks into the parts of a workbook, and puts parts into one.</summary>
internal static class WorkbookParts
{
    public static string Part(byte[] package, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    public static string[] Names(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    public static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }

    /// <summary>A workbook with further parts, or others in their place.</summary>
    public static byte[] With(byte[] package, params (string Name, byte[] Content)[] parts)
    {
        using var memory = new MemoryStream();
        memory.Write(package);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                zip.GetEntry(name)?.Delete();
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return memory.ToArray();
    }

    public static byte[] With(byte[] package, params (string Name, string Text)[] parts) => With(package, [.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Text)))]);

    /// <summary>A workbook whose first sheet is in another encoding.</summary>
    public static byte[] Reencoded(MadeUpWorkbook workbook, string encoding)
    {
        var (name, bytes, target) = ("xl/worksheets/sheet1.xml", workbook.Bytes(), Encoding.GetEncoding(encoding));
        var text = Part(bytes, name).Replace("UTF-8", encoding, StringComparison.Ordinal);
        return With(bytes, (name, (byte[])[.. target.GetPreamble(), .. target.GetBytes(text)]));
    }
}
