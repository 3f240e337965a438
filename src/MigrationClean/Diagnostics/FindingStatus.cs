namespace MigrationClean.Diagnostics;

/// <summary>What became of a finding since a log first asked about it (cleaning §3).</summary>
public enum FindingStatus
{
    /// <summary>No log has a line about it.</summary>
    New,

    /// <summary>A log has a line about it, and it is still there.</summary>
    Open,

    /// <summary>A decision to leave the answer as it is covers it.</summary>
    Accepted,

    /// <summary>The log's corrections did away with it.</summary>
    Resolved,
}
