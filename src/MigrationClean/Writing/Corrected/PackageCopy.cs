using System.IO.Compression;
using MigrationClean.Files;

namespace MigrationClean.Writing.Corrected;

/// <summary>Copies an archive part by part, in its order, with the names, times and attributes of its parts: some written anew, some left out.</summary>
internal static class PackageCopy
{
    private const long LargePart = 32 << 20;

    /// <summary>Copies an archive.</summary>
    /// <param name="parts">The archive.</param>
    /// <param name="changed">By name: what writes a part's new content, or <see langword="null"/> for a part that goes. All others keep their content.</param>
    /// <param name="output">The copy; seeks.</param>
    public static void Write(ZipParts parts, IReadOnlyDictionary<string, Action<Stream>?> changed, Stream output)
    {
        using var copy = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in parts.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            var isChanged = changed.TryGetValue(name, out var write);
            if (isChanged && write is null) continue;

            var copied = copy.CreateEntry(entry.FullName, LevelOf(entry));
            copied.LastWriteTime = entry.LastWriteTime;
            copied.ExternalAttributes = entry.ExternalAttributes;
            copied.Comment = entry.Comment;
            if (name.EndsWith('/')) continue;
            using var content = copied.Open();
            if (isChanged)
            {
                write!(content);
                continue;
            }

            using var part = parts.Open(name);
            part.CopyTo(content);
        }
    }

    // What was stored stays stored: pictures and sound do not become smaller. Of large parts most of the time would go into their last few percent.
    private static CompressionLevel LevelOf(ZipArchiveEntry entry) =>
        entry.CompressedLength == entry.Length ? CompressionLevel.NoCompression : entry.Length >= LargePart ? CompressionLevel.Fastest : CompressionLevel.Optimal;
}
