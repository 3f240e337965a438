using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Reading;

/// <summary>A log's file with every sheet recognised, its lines as they stand.</summary>
internal sealed record LogBook
{
    /// <summary>The file's name as shown.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The profile; <see langword="null"/> where none or two fit.</summary>
    public LogProfile? Profile { get; init; }

    /// <summary>The recognised sheets: log, others, deletions.</summary>
    public ImmutableArray<LogTable> Tables { get; init; } = [];

    /// <summary>What was wrong with the file as a whole, and what people have to know of it.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>Whether nothing in it may be applied.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>Whether a blank is written as <c>NA</c>.</summary>
    public bool WritesNa => Profile is { WritesNa: true };
}
