using System.Collections.Frozen;
using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>The audit logs of a run, by the submission's identity.</summary>
public sealed class AuditLogs
{
    internal AuditLogs(string file, IEnumerable<KeyValuePair<string, List<AuditEvent>>> logs) =>
        (File, BySubmission) = (file, logs.ToFrozenDictionary(l => l.Key, l => (IReadOnlyList<AuditEvent>)l.Value, StringComparer.Ordinal));

    /// <summary>The archive's name as shown.</summary>
    public string File { get; }

    /// <summary>Events by folder name in lower case, without <c>uuid:</c>.</summary>
    internal FrozenDictionary<string, IReadOnlyList<AuditEvent>> BySubmission { get; }
}

/// <summary>Reads the archive of attachments that holds an audit log a submission: <c>…/&lt;uuid&gt;/audit.csv</c> (cleaning §4.4).</summary>
public static class AuditReader
{
    private const string FileName = "audit.csv";
    private const int PartGibibytes = 1;

    /// <summary>Reads all logs of an archive. What is no audit log is left alone.</summary>
    /// <exception cref="InputException">FILE-02: it is no archive, or holds no audit log. FILE-08: a log has no column <c>event</c> or <c>start</c>.</exception>
    public static AuditLogs Read(InputFile archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        using var opened = new OpenedInput(archive);
        if (FileKind.Of(opened.Head) != FileKind.Zip) throw new InputException("FILE-02/audit", new() { File = archive.Name });
        using var parts = new ZipParts(opened.ToSeekable(), opened.Name, PartGibibytes);
        var logs = new Dictionary<string, List<AuditEvent>>(StringComparer.Ordinal);
        foreach (var name in parts.Names.Where(n => n.EndsWith("/" + FileName, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal))
        {
            var folder = name.Split('/')[^2].ToLowerInvariant();
            if (folder.StartsWith("uuid:", StringComparison.Ordinal) || folder.StartsWith("uuid_", StringComparison.Ordinal)) folder = folder[5..];
            var grid = GridReader.Read(InputFile.FromStream($"{archive.Name}:{name}", () => Copy(parts, name)))[0];
            logs.TryAdd(folder, [.. Events(grid)]);
        }

        return logs.Count > 0 ? new(archive.Name, logs) : throw new InputException("FILE-02/audit", new() { File = archive.Name });
    }

    private static MemoryStream Copy(ZipParts parts, string name)
    {
        var copy = new MemoryStream();
        using var part = parts.Open(name);
        part.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static IEnumerable<AuditEvent> Events(Grid grid)
    {
        var at = grid.Headers.Select((h, i) => (Name: h.Trim().ToLowerInvariant(), i)).GroupBy(h => h.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().i, StringComparer.Ordinal);
        if (!at.ContainsKey("event") || !at.ContainsKey("start")) throw new InputException("FILE-08/audit", new() { File = grid.File });
        foreach (var row in grid.Rows)
        {
            string Cell(string name) => at.TryGetValue(name, out var i) && i < row.Cells.Length ? row.Cells[i].Trim() : "";
            var (before, after) = (Cell("old-value"), Cell("new-value"));
            yield return new(Cell("event"), Cell("node"), Whole(Cell("start")), Whole(Cell("end")), Degrees(Cell("latitude")), Degrees(Cell("longitude")), before.Length > 0 && before != after && after.Length > 0);
        }
    }

    private static long? Whole(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
