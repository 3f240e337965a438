using MigrationClean.Checks;
using MigrationClean.Submissions;

namespace MigrationClean;

/// <summary>The data's way through the program, stage by stage. Read it from top to bottom.</summary>
public static class Pipeline
{
    /// <summary>Reads, aligns and checks.</summary>
    /// <exception cref="Diagnostics.InputException">An input can't be used.</exception>
    public static ValidateResult Validate(ValidateRequest request, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{request} {cancellation.IsCancellationRequested}");

    /// <summary>The whole path: reads, checks, removes, anonymises, measures, writes.</summary>
    /// <exception cref="Diagnostics.InputException">An input, the plan or the output can't be used; nothing is written.</exception>
    public static CleanResult Clean(CleanRequest request, CancellationToken cancellation = default) =>
        throw new NotSupportedException($"{request} {cancellation.IsCancellationRequested}");
}

/// <summary>What <see cref="Pipeline"/>'s validation gives: the submissions as read, and what was found.</summary>
/// <param name="Submissions">The submissions.</param>
/// <param name="Consent">The consent gate.</param>
/// <param name="Report">Findings and what could not be judged.</param>
public sealed record ValidateResult(SubmissionSet Submissions, Consent Consent, CheckReport Report);

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
    IReadOnlyList<(string Path, int? Rows)> Files);
