using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Files;

namespace MigrationClean;

/// <summary>Cleaning logs, and how they are applied.</summary>
public sealed record LogRequest
{
    /// <summary>The logs; together they count as one. None = nothing is corrected.</summary>
    public ImmutableArray<InputFile> Logs { get; init; } = [];

    /// <summary>How they are applied.</summary>
    public LogOptions Options { get; init; } = new();

    /// <summary>Deletion logs of earlier runs.</summary>
    public ImmutableArray<InputFile> DeletionLogs { get; init; } = [];

    /// <summary>The submissions whose respondents withdrew their consent, or <see langword="null"/>.</summary>
    public InputFile? Withdrawn { get; init; }

    /// <summary>Somebody's cleaned file to hold against raw data and log, or <see langword="null"/>.</summary>
    public InputFile? Cleaned { get; init; }

    /// <summary>An audit trail whose chain is recomputed, or <see langword="null"/>.</summary>
    public InputFile? Audit { get; init; }

    /// <summary>The instant of <c>--now</c>, for lines that say no time.</summary>
    public DateTimeOffset? Now { get; init; }
}

/// <summary>Where <see cref="LogPipeline.Apply"/> writes.</summary>
public sealed record CorrectedOutput
{
    /// <summary>The corrected copy of each export, in order; empty = one copy to <see cref="Stream"/>.</summary>
    public ImmutableArray<OutputOptions> Files { get; init; } = [];

    /// <summary>Where the one copy goes for <c>-o -</c>.</summary>
    public Stream? Stream { get; init; }

    /// <summary>The audit trail as JSON lines; <see langword="null"/> = none is written.</summary>
    public OutputOptions? Audit { get; init; }

    /// <summary>Name and version of the program.</summary>
    public string Tool { get; init; } = "migrationclean";
}
