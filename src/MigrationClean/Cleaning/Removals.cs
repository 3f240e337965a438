using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Structure;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>Which submissions leave: those without consent, and copies of a submission that stays.</summary>
public static class Removals
{
    /// <summary>The submissions that leave, by row; at most one reason each.</summary>
    /// <param name="submissions">The submissions as read.</param>
    /// <param name="consent">
    /// The gate. Without a question nobody is removed for consent: whether a run may then go on is decided before.
    /// </param>
    /// <remarks>
    /// Of the copies of one submission the latest revision stays (of equal ones the first row); identical and superseded copies leave.
    /// Copies of one revision with different answers stay, as only a person can decide. Where the copy that would stay has no consent,
    /// its superseded copies leave for the same reason: the latest word counts. O(rows).
    /// </remarks>
    public static ImmutableArray<Removal> Find(SubmissionSet submissions, Consent consent)
    {
        var removals = new SortedDictionary<int, Removal>();
        foreach (var group in Duplicates.Find(submissions))
            foreach (var (row, kind) in group.Copies)
            {
                if (kind == DuplicateKind.Different) continue;
                removals.Add(row, Passes(consent, group.Kept)
                    ? Leaves(submissions, row, RemovalReason.Duplicate, "ID-02") with { ReplacedBy = group.Kept }
                    : Leaves(submissions, row, RemovalReason.NoConsent, "CON-01"));
            }

        for (var row = 0; row < submissions.Main.RowCount; row++)
            if (!removals.ContainsKey(row) && !Passes(consent, row)) removals.Add(row, Leaves(submissions, row, RemovalReason.NoConsent, "CON-01"));

        return [.. removals.Values];
    }

    private static bool Passes(Consent consent, int row) => consent.Question is null || consent.Passes(row);

    private static Removal Leaves(SubmissionSet submissions, int row, RemovalReason reason, string codes) =>
        new(row, submissions.Main.SubmissionIdOf(row), reason, codes);
}
