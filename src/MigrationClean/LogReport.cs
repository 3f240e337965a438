using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean;

/// <summary>What logs do, or why they are refused: counts, and findings about their lines.</summary>
public sealed record LogReport
{
    /// <summary>The log's file; of several their names, joined by commas.</summary>
    public required string Log { get; init; }

    /// <summary>The profile that its headers fit; <see langword="null"/> where it was not told.</summary>
    public string? Profile { get; init; }

    /// <summary>Lines in all.</summary>
    public int Lines { get; init; }

    /// <summary>Lines that change or remove something.</summary>
    public int ToApply { get; init; }

    /// <summary>Lines whose value the data hold already.</summary>
    public int AlreadyApplied { get; init; }

    /// <summary>Lines that leave the data as they are.</summary>
    public int NoAction { get; init; }

    /// <summary>Lines that nobody has decided.</summary>
    public int Pending { get; init; }

    /// <summary>Lines that say what another line says.</summary>
    public int Repeated { get; init; }

    /// <summary>Cells that are written otherwise than they were read.</summary>
    public int Cells { get; init; }

    /// <summary>Submissions that the log removes.</summary>
    public int RemovedSubmissions { get; init; }

    /// <summary>Rows of repeats that the log removes by themselves.</summary>
    public int RemovedRows { get; init; }

    /// <summary>Findings about lines, in the order file, sheet, row, column, code.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What the log leaves open: FORM-01, FORM-02, FORM-04.</summary>
    public ImmutableArray<Finding> Consequences { get; init; } = [];

    /// <summary>Facts on the raw data that the corrections resolved.</summary>
    public int Resolved { get; init; }

    /// <summary>Facts that are still there.</summary>
    public int Remaining { get; init; }

    /// <summary>Facts that the corrections brought in, as errors.</summary>
    public ImmutableArray<Finding> Introduced { get; init; } = [];

    /// <summary>The hash of the audit trail's last line, to be noted elsewhere; <see langword="null"/> where none was written.</summary>
    public string? AuditHash { get; init; }

    /// <summary>Submissions and rows that undoing could not bring back.</summary>
    public int NotRestored { get; init; }

    /// <summary>Whether there is no error about a line.</summary>
    public bool IsOk => Findings.All(f => f.Severity != Severity.Error);
}
