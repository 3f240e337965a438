using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Log;

/// <summary>A cleaning log as it was read: entries in our words, and what was wrong while reading.</summary>
public sealed record ReadLog
{
    /// <summary>The file's name as shown.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Name of the profile that its headers fit: <c>migrationclean</c>, <c>impact-cleaningtools</c>, … (cleaning §5.3).</summary>
    public required string Profile { get; init; }

    /// <summary>The entries in the order of the file, those of the sheets of others and removals after those of the log; pending ones included.</summary>
    public ImmutableArray<LogEntry> Entries { get; init; } = [];

    /// <summary>Whether the profile writes a blank as <c>NA</c>.</summary>
    public bool WritesBlankAsNa { get; init; }

    /// <summary>LOGF findings of reading: 05, 14, 15, and notices (hidden rows, unknown columns). An error among them refuses the log.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
