namespace MigrationClean.Cleaning;

/// <summary>Why a submission leaves: the closed list of the deletion log.</summary>
public enum RemovalReason
{
    /// <summary>The consent question was answered with something else than yes, or not at all.</summary>
    NoConsent,

    /// <summary>An identical or superseded copy of a submission that stays.</summary>
    Duplicate,

    /// <summary>Consent was withdrawn later.</summary>
    WithdrawnConsent,

    /// <summary>The interview was too short to be one.</summary>
    TooShort,

    /// <summary>The respondent does not belong to the surveyed population.</summary>
    OutsidePopulation,

    /// <summary>A test.</summary>
    Test,

    /// <summary>The interview was made up.</summary>
    Falsified,

    /// <summary>Another reason, told in words.</summary>
    Other,
}

/// <summary>A submission that is not in the output: a line of the deletion log.</summary>
/// <param name="Row">0-based row of the main table.</param>
/// <param name="SubmissionId">Identity, or <see langword="null"/> where the export has none.</param>
/// <param name="Reason">Why.</param>
/// <param name="CheckCodes">Codes of the checks that led to it, e.g. <c>CON-01</c>.</param>
/// <param name="ReplacedBy">For a duplicate: 0-based row that stays; otherwise −1.</param>
public sealed record Removal(int Row, string? SubmissionId, RemovalReason Reason, string CheckCodes, int ReplacedBy = -1)
{
    /// <summary>The line of a cleaning log that decided it; <see langword="null"/> where a rule did.</summary>
    public Log.LogEntry? Entry { get; init; }
}
