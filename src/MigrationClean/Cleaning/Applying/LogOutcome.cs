using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>A cell that holds something else after the log, with its texts as the input writes them.</summary>
/// <param name="Change">The change, in canonical texts.</param>
/// <param name="OldRaw">The cell as it was read; "" = blank.</param>
/// <param name="NewRaw">The cell as it shall stand in the input's notation; "" = blank.</param>
internal sealed record CorrectedCell(CellChange Change, string OldRaw, string NewRaw);

/// <summary>What came of a line.</summary>
internal enum LineStatus
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>It changed or removed something.</summary>
    Applied,

    /// <summary>The data said already what it says.</summary>
    AlreadyApplied,

    /// <summary>It leaves the data as they are.</summary>
    NoAction,

    /// <summary>Another line says the same.</summary>
    Repeated,

    /// <summary>Read, reported, never applied.</summary>
    Ignored,

    /// <summary>It cannot be applied.</summary>
    Refused,
}

/// <summary>What logs do to a set of submissions, or why they are refused.</summary>
internal sealed class LogOutcome
{
    /// <summary>The set as it was read.</summary>
    public required SubmissionSet Raw { get; init; }

    /// <summary>The logs.</summary>
    public required ImmutableArray<ReadLog> Logs { get; init; }

    /// <summary>What is wrong with lines, and notices. An error refuses the log.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What came of each line, in the order of the logs.</summary>
    public required ImmutableArray<(LogEntry Entry, LineStatus Status)> Lines { get; init; }

    /// <summary>Whether nothing may be written.</summary>
    public bool IsRefused => Findings.Any(f => f.Severity == Severity.Error);

    /// <summary>The corrected set: rows of repeats that the log removes are gone, removed submissions still there. The raw one if refused.</summary>
    public required SubmissionSet Corrected { get; init; }

    /// <summary>The corrected set without the submissions that the log removes.</summary>
    public required SubmissionSet Kept { get; init; }

    /// <summary>The changed cells, by place. Those of removed rows are not among them.</summary>
    public ImmutableArray<CorrectedCell> Cells { get; init; } = [];

    /// <summary>By table: row of <see cref="Raw"/> for each row of <see cref="Corrected"/>; <see langword="null"/> = the same.</summary>
    public required ImmutableArray<int[]?> Origins { get; init; }

    /// <summary>Row of <see cref="Corrected"/>'s main table for each row of <see cref="Kept"/>'s; <see langword="null"/> = the same.</summary>
    public int[]? KeptRows { get; init; }

    /// <summary>The lines that carry a change: one a cell or choice.</summary>
    public IReadOnlyList<ResolvedLine> Effects { get; init; } = [];

    /// <summary>What is removed; empty if refused.</summary>
    public required LogRemovals Removals { get; init; }

    /// <summary>What the log opened or could not bring up to date: questions to ask (FORM-02), calculations that stay (FORM-04), and with <c>--cascade report</c> what would be blanked (FORM-01).</summary>
    public ImmutableArray<Finding> Consequences { get; init; } = [];

    /// <summary>Lines of a status.</summary>
    public int Count(LineStatus status) => Lines.Count(l => l.Status == status);
}
