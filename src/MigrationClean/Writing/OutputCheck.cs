using System.Collections.Immutable;
using System.Security.Cryptography;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Diagnostics;

namespace MigrationClean.Writing;

/// <summary>Compares an output folder with its manifest: what is missing, changed or added becomes a finding FILE-14 (outputs §13).</summary>
public sealed class OutputCheck
{
    /// <summary>Code and name of the findings.</summary>
    public static readonly CheckId Id = new("FILE-14", "output-differs");

    private static readonly ImmutableArray<string> SystemFiles = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly string _folder;
    private readonly List<Finding> _findings = [];

    private OutputCheck(string folder) => _folder = folder;

    /// <summary>Whether a path is an output folder, whole or not: a folder with a manifest, <c>share/</c> or <c>restricted/</c>.</summary>
    public static bool IsOutput(string folder) => Directory.Exists(folder)
        && (File.Exists(Path.Combine(folder, "manifest.json")) || Directory.Exists(Path.Combine(folder, "share")) || Directory.Exists(Path.Combine(folder, "restricted")));

    /// <summary>Reads every file of an output folder again.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="keyed">HMAC-SHA-256 under the project's key as 64 hex digits, or <see langword="null"/> where the key is not at hand: then the files of
    /// <c>restricted/</c> are compared with the plain hashes of the audit trail, whose own chain is recomputed.</param>
    /// <returns>The findings by path; none if everything is as it was written.</returns>
    public static ImmutableArray<Finding> Run(string folder, Func<Stream, string>? keyed = null)
    {
        var check = new OutputCheck(folder);
        check.Compare(keyed);
        return [.. check._findings.OrderBy(f => f.Location.File, StringComparer.Ordinal)];
    }

    private void Compare(Func<Stream, string>? keyed)
    {
        const string Manifest = "manifest.json";
        if (!File.Exists(Inside(Manifest)))
        {
            Add(Manifest, "no-manifest");
            return;
        }

        if (ManifestReader.FilesOf(Inside(Manifest)) is not { } listed)
        {
            Add(Manifest, "manifest");
            return;
        }

        var plain = AuditHashes();
        foreach (var file in listed)
        {
            if (!File.Exists(Inside(file.Path))) Add(file.Path, "missing");
            else if (!IsAsWritten(file, plain, keyed)) Add(file.Path, "changed");
        }

        var known = listed.Select(f => f.Path).Append(Manifest).ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(_folder, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!known.Contains(relative) && !IsOfTheSystem(Path.GetFileName(relative))) Add(relative, "additional");
        }
    }

    // Excel marks an open workbook with a file of this name.
    private static bool IsOfTheSystem(string name) => SystemFiles.Contains(name) || name.StartsWith("~$", StringComparison.Ordinal);

    private bool IsAsWritten(ManifestFile file, ImmutableDictionary<string, string> plain, Func<Stream, string>? keyed)
    {
        using var stream = File.OpenRead(Inside(file.Path));
        if (stream.Length != file.Length) return false;
        if (!file.IsRestricted) return Sha256(stream) == file.Sha256;
        if (keyed is not null) return keyed(stream) == file.Keyed;
        if (file.Path == AuditPath) return AuditFile.Read(stream).FirstBroken == 0;
        return plain.TryGetValue(file.Path, out var sha256) && Sha256(stream) == sha256;
    }

    private ImmutableDictionary<string, string> AuditHashes()
    {
        if (!File.Exists(Inside(AuditPath))) return ImmutableDictionary<string, string>.Empty;
        using var trail = File.OpenRead(Inside(AuditPath));
        return AuditFile.Read(trail).Files;
    }

    private const string AuditPath = "restricted/audit.jsonl";

    private static string Sha256(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));

    private string Inside(string path) => Path.Combine(_folder, path.Replace('/', Path.DirectorySeparatorChar));

    private void Add(string path, string variant) => _findings.Add(new()
    {
        Check = Id,
        Severity = Severity.Error,
        Location = new() { File = path },
        Variant = variant,
        Arguments = [new("file", path)],
    });
}
