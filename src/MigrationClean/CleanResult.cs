using System.Collections.Immutable;
using MigrationClean.Anonymisation;

namespace MigrationClean;

/// <summary>What a clean run did, for the summary: counts only.</summary>
/// <param name="Validation">Submissions and findings.</param>
/// <param name="SubmissionsOut">Submissions in the release.</param>
/// <param name="RemovedByReason">Removed submissions by reason (words of the deletion log).</param>
/// <param name="IsTrial">Whether it was a trial.</param>
/// <param name="Files">Paths written (or, in a dry run, to be written) relative to the output folder, with rows where they are tables.</param>
public sealed record CleanResult(
    ValidateResult Validation,
    int SubmissionsOut,
    IReadOnlyList<(string Reason, int Submissions)> RemovedByReason,
    bool IsTrial,
    IReadOnlyList<(string Path, int? Rows)> Files)
{
    /// <summary>What the cleaning logs did; <see langword="null"/> where there was none.</summary>
    public LogReport? Log { get; init; }

    /// <summary>What people must know about the release: that it is a trial, what was left out, what is not protected yet.</summary>
    public ImmutableArray<ReleaseWarning> Warnings { get; init; } = [];
}
