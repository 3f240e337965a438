using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrationClean.Files;

/// <summary>
/// Makes a workbook package the same bytes every time: parts in one order, fixed times, and none of the file properties (author, times, program),
/// whose part and relationship the packaging library names at random.
/// </summary>
internal static partial class DeterministicPackage
{
    private const string TypesPart = "[Content_Types].xml";
    private const string RelationsPart = "_rels/.rels";
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Copies a package.</summary>
    /// <param name="package">A workbook as its library saved it.</param>
    /// <param name="output">Where to.</param>
    public static void Copy(Stream package, Stream output)
    {
        using var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries.Where(e => !IsProperties(e.FullName)).OrderBy(Rank).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = FixedTime;
            using var read = entry.Open();
            using var write = copy.Open();
            if (entry.FullName == TypesPart) Rewrite(read, write, xml => PropertiesType.Replace(xml, ""));
            else if (entry.FullName == RelationsPart) Rewrite(read, write, WorkbookOnly);
            else read.CopyTo(write);
        }
    }

    private static bool IsProperties(string part) =>
        part.StartsWith("docProps/", StringComparison.Ordinal) || part.StartsWith("package/services/metadata/", StringComparison.Ordinal);

    // Readers that do not seek want the types first.
    private static int Rank(ZipArchiveEntry entry) => entry.FullName switch
    {
        TypesPart => 0,
        RelationsPart => 1,
        _ => 2,
    };

    private static void Rewrite(Stream read, Stream write, Func<string, string> change)
    {
        using var reader = new StreamReader(read, Encoding.UTF8);
        write.Write(Encoding.UTF8.GetBytes(change(reader.ReadToEnd())));
    }

    private static string WorkbookOnly(string relations)
    {
        var workbook = WorkbookRelation.Match(relations).Value;
        return RelationsStart.Match(relations).Value + RelationId.Replace(workbook, "Id=\"rId1\"") + "</Relationships>";
    }

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("""<(Default Extension="psmdcp"|Override PartName="/docProps/)[^>]*>""", Plain, 1000)]
    private static partial Regex PropertiesType { get; }

    [GeneratedRegex("""^.*?<Relationships[^>]*>""", Plain | RegexOptions.Singleline, 1000)]
    private static partial Regex RelationsStart { get; }

    [GeneratedRegex("""<Relationship [^>]*/officeDocument"[^>]*>""", Plain, 1000)]
    private static partial Regex WorkbookRelation { get; }

    [GeneratedRegex("\\bId=\"[^\"]*\"", Plain, 1000)]
    private static partial Regex RelationId { get; }
}
