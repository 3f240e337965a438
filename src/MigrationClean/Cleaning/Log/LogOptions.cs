using System.Collections.Immutable;

namespace MigrationClean.Cleaning.Log;

/// <summary>Which calculations are run again after changes.</summary>
public enum RecomputeChoice
{
    /// <summary>Those that depend on a changed cell.</summary>
    Changed,

    /// <summary>All that differ.</summary>
    All,

    /// <summary>None.</summary>
    None,
}

/// <summary>How a log is applied: options of <c>log apply</c>, <c>log check</c> and <c>clean --log</c>.</summary>
public sealed record LogOptions
{
    /// <summary>Pending lines are errors.</summary>
    public bool RequireComplete { get; init; }

    /// <summary>Lines without reviewer and time are errors.</summary>
    public bool RequireReview { get; init; }

    /// <summary>The log has no old values: they are not compared, and the audit trail says so.</summary>
    public bool NoOldValues { get; init; }

    /// <summary>Lines for a row that the log removes are notices.</summary>
    public bool IgnoreOnRemoved { get; init; }

    /// <summary>Which calculations are run again.</summary>
    public RecomputeChoice Recompute { get; init; }

    /// <summary>What a closed relevance would blank is reported, not done.</summary>
    public bool CascadeOnlyReports { get; init; }

    /// <summary>Choices that the export has no column for get one.</summary>
    public bool AddMissingChildren { get; init; }

    /// <summary>New contradictions are a refusal.</summary>
    public bool RefuseIntroduced { get; init; }

    /// <summary>Name of the profile, where the headers do not settle it; <see langword="null"/> = by the headers.</summary>
    public string? Profile { get; init; }

    /// <summary>Ids of submissions that a deletion log given to the run lists as removed before.</summary>
    public ImmutableHashSet<string> RemovedBefore { get; init; } = [];
}
