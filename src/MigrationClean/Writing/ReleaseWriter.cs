using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Cleaning;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Files;

namespace MigrationClean.Writing;

/// <summary>Ends an output folder: audit trail and manifest over everything that was written, then the step into its place.</summary>
internal static class ReleaseWriter
{
    /// <summary>Writes <c>restricted/audit.csv</c>, <c>audit.jsonl</c> and, last, <c>manifest.json</c>. The caller commits the folder.</summary>
    /// <param name="submissions">What was released.</param>
    /// <param name="facts">What else the manifest says.</param>
    /// <param name="rawHashes">SHA-256 of each export, by its id in <paramref name="facts"/>: for the owner alone.</param>
    /// <param name="removals">What was removed.</param>
    /// <param name="events">What the cleaning log did.</param>
    /// <param name="keyed">HMAC-SHA-256 under the project's key, 64 lower-case hex digits.</param>
    /// <param name="folder">The folder with all other files written.</param>
    /// <exception cref="Diagnostics.InputException">FILE-13/failed.</exception>
    public static void Finish(
        AnonymisedSubmissions submissions,
        ManifestFacts facts,
        ImmutableArray<(string Id, string Sha256)> rawHashes,
        ImmutableArray<Removal> removals,
        IEnumerable<AuditEvent> events,
        Func<Stream, string> keyed,
        OutputFolder folder)
    {
        var at = facts.Now?.ToString("yyyy-MM-dd") ?? "";
        folder.Write("restricted/audit.csv", stream => AuditTable.Write(AuditTrail.Facts(at, events, removals, submissions.Treatments), stream));
        var files = folder.Files.Select(f => Digested(f.Path, folder, keyed)).ToList();
        var head = new AuditHead
        {
            Tool = $"migrationclean {facts.ToolVersion}",
            Inputs = [.. rawHashes, .. facts.Others.Select(o => (o.Id, o.Digest))],
            Options = facts.Settings,
            At = at,
        };
        const string Audit = "restricted/audit.jsonl";
        var hashes = files.Select(f => (f.Path, f.Sha256)).ToList();
        folder.Write(Audit, stream => AuditTrail.Write(head, events, removals, submissions.Treatments, hashes, stream));
        files.Add(Digested(Audit, folder, keyed));
        folder.Write("manifest.json", stream => ManifestWriter.Write(submissions, facts, files, stream));
    }

    private static ManifestFile Digested(string path, OutputFolder folder, Func<Stream, string> keyed)
    {
        using var content = folder.Read(path);
        return ManifestFile.Of(path, content, keyed);
    }
}
