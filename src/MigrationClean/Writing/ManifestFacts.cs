using System.Collections.Immutable;

namespace MigrationClean.Writing;

/// <summary>What the manifest says about a run, besides what was released (outputs §13, machine-interfaces §12). No answers, no absolute path, no host, no user.</summary>
internal sealed record ManifestFacts
{
    /// <summary>What people read about the data set.</summary>
    public required ReleaseDescription Description { get; init; }

    /// <summary>The program's version, e.g. <c>1.0.0</c>.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>SHA-256 of the program's file, or "".</summary>
    public string ToolSha256 { get; init; } = "";

    /// <summary>Where the program comes from, or "".</summary>
    public string ToolUrl { get; init; } = "";

    /// <summary>The exports: personal data, so a keyed digest only.</summary>
    public ImmutableArray<ManifestInput> Exports { get; init; } = [];

    /// <summary>The form's versions, the plan, the settings: with SHA-256.</summary>
    public ImmutableArray<ManifestInput> Others { get; init; } = [];

    /// <summary>Submissions that left, by reason in the deletion log's words.</summary>
    public ImmutableArray<(string Reason, int Submissions)> Removed { get; init; } = [];

    /// <summary>Findings by check code.</summary>
    public ImmutableArray<(string Code, int Findings)> Findings { get; init; } = [];

    /// <summary>The gates of the settings with the values that were reached, as text.</summary>
    public ImmutableArray<(string Name, string Value)> Gates { get; init; } = [];

    /// <summary>Further facts, each a <c>PropertyValue</c>: project, purpose, recipient's class, settings that were in force.</summary>
    public ImmutableArray<(string Name, string Value)> Settings { get; init; } = [];

    /// <summary>The formula guard of the CSV files.</summary>
    public CsvGuard Guard { get; init; } = CsvGuard.On;

    /// <summary>The day given by <c>--now</c>, or <see langword="null"/>.</summary>
    public DateOnly? Now { get; init; }

    /// <summary>The day of the last submission, or <see langword="null"/> where the export does not say.</summary>
    public DateOnly? LastSubmission { get; init; }

    /// <summary>
    /// Date of publication: the settings' one, else the day of <c>--now</c>, else the last day of the month of the last submission, else 1980-01-01,
    /// as RO-Crate wants a date and there is no clock.
    /// </summary>
    public DateOnly DatePublished => Description.Date ?? Now ?? (LastSubmission is { } last
        ? new DateOnly(last.Year, last.Month, DateTime.DaysInMonth(last.Year, last.Month))
        : new DateOnly(1980, 1, 1));
}

/// <summary>Something that the run read.</summary>
/// <param name="Id">Id in the manifest, e.g. <c>#input-1</c>, <c>#form-1</c>, <c>#plan</c>.</param>
/// <param name="Name">What to call it; a file's own name only where that is allowed.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Digest">For exports 64 hex digits of HMAC-SHA-256 under the key; for others of SHA-256.</param>
/// <param name="Rows">Rows, or <see langword="null"/>.</param>
internal sealed record ManifestInput(string Id, string Name, long Length, string Digest, int? Rows = null);

/// <summary>A file of the output, for the manifest.</summary>
/// <param name="Path">Relative path with <c>/</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">SHA-256, 64 lower-case hex digits.</param>
/// <param name="Keyed">HMAC-SHA-256 under the key, for files of <c>restricted/</c>; elsewhere "".</param>
internal sealed record ManifestFile(string Path, long Length, string Sha256, string Keyed)
{
    /// <summary>Whether it is for the owner alone.</summary>
    public bool IsRestricted => Path.StartsWith("restricted/", StringComparison.Ordinal);

    /// <summary>Reads a file and takes its digests.</summary>
    /// <param name="path">Relative path with <c>/</c>.</param>
    /// <param name="content">Its bytes, from the beginning; read twice where it is restricted.</param>
    /// <param name="keyed">64 hex digits of HMAC-SHA-256 under the project's key.</param>
    public static ManifestFile Of(string path, Stream content, Func<Stream, string> keyed)
    {
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content));
        var file = new ManifestFile(path, content.Length, sha, "");
        if (!file.IsRestricted) return file;
        content.Position = 0;
        return file with { Keyed = keyed(content) };
    }
}
