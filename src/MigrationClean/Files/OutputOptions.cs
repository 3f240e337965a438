using System.Collections.Immutable;

namespace MigrationClean.Files;

/// <summary>Where an output goes, and what may be replaced.</summary>
internal sealed record OutputOptions
{
    /// <summary>The path as typed.</summary>
    public required string Path { get; init; }

    /// <summary>Whether an existing output is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether everything is done but the last step: nothing stays.</summary>
    public bool DryRun { get; init; }

    /// <summary>Paths that the run reads: no output may be one of them, hold one, or lie within one.</summary>
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>Name and version of the program, for the lock.</summary>
    public string Tool { get; init; } = "migrationclean";

    /// <summary>The clock, for the lock, which is never an output.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The disk; a test's own one can fail.</summary>
    public AtomicDisk Disk { get; init; } = new();
}

/// <summary>A file of an output folder.</summary>
/// <param name="Path">Relative to the folder, with <c>/</c>.</param>
/// <param name="Rows">Rows where it is a table, without the header.</param>
/// <param name="Replaces">Whether the folder that is replaced has a file of that path.</param>
internal sealed record OutputFile(string Path, int? Rows, bool Replaces);
