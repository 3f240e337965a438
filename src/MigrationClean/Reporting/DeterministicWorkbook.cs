using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ClosedXML.Excel;

namespace MigrationClean.Reporting;

/// <summary>Saves a ClosedXML workbook so that the same content gives the same bytes: no clock, no random name, no order of a hash.</summary>
internal static partial class DeterministicWorkbook
{
    private const string FixedTime = "1980-01-01T00:00:00Z";

    // The earliest time that a ZIP can hold.
    private static readonly DateTimeOffset ZipTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the workbook. The stream stays open; it need not be seekable.</summary>
    public static void Save(XLWorkbook workbook, Stream output)
    {
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        saved.Position = 0;
        using var packed = new MemoryStream();
        using (var from = new ZipArchive(saved, ZipArchiveMode.Read))
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var names = new PartNames();
            foreach (var entry in from.Entries.OrderBy(e => e.FullName != "[Content_Types].xml").ThenBy(e => e.FullName, StringComparer.Ordinal))
                Copy(entry, to, names);
        }

        packed.WriteTo(output);
    }

    private static void Copy(ZipArchiveEntry entry, ZipArchive to, PartNames names)
    {
        var copy = to.CreateEntry(names.Settled(entry.FullName), CompressionLevel.Optimal);
        copy.LastWriteTime = ZipTime;
        using var bytes = entry.Open();
        using var written = copy.Open();
        if (!IsSmallPart(entry.FullName))
        {
            bytes.CopyTo(written);
            return;
        }

        using var reader = new StreamReader(bytes, Encoding.UTF8);
        var text = Time.Replace(reader.ReadToEnd(), FixedTime);
        written.Write(Encoding.UTF8.GetBytes(names.Settled(text)));
    }

    // Sheets and shared strings hold data, and data may look like a time or an id.
    private static bool IsSmallPart(string name) =>
        name.EndsWith(".rels", StringComparison.Ordinal) || name.EndsWith(".psmdcp", StringComparison.Ordinal)
        || name is "[Content_Types].xml" or "docProps/core.xml" or "docProps/app.xml";

    [GeneratedRegex(@"(?<=<dcterms:(created|modified)[^>]*>)[^<]*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Time { get; }

    [GeneratedRegex(@"(?<![0-9a-zA-Z])R?[0-9a-f]{16,32}(?![0-9a-zA-Z])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RandomName { get; }

    /// <summary>Gives parts and relations that the packaging library named by chance a number in order of appearance.</summary>
    private sealed class PartNames
    {
        private readonly Dictionary<string, string> _settled = new(StringComparer.Ordinal);

        public string Settled(string text) => RandomName.Replace(text, match =>
        {
            if (!_settled.TryGetValue(match.Value, out var name)) _settled.Add(match.Value, name = $"fixed{_settled.Count + 1}");
            return name;
        });
    }
}
