using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>The submissions that left, each with its reason: <c>restricted/deletion-log.csv</c> and a sheet of the cleaning log (cleaning §5.5).</summary>
internal static class DeletionLog
{
    /// <summary>The columns, in order.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "uuid", "table", "row_path", "enumerator", "site", "start", "reason", "check_ids", "findings", "decided_by", "decided_at", "replaced_by", "status",
    ];

    /// <summary>A reason in the log's words.</summary>
    public static string Word(RemovalReason reason) => reason switch
    {
        RemovalReason.NoConsent => "no consent",
        RemovalReason.Duplicate => "duplicate",
        RemovalReason.TooShort => "too short",
        RemovalReason.OutsidePopulation => "outside population",
        RemovalReason.Test => "test",
        RemovalReason.Falsified => "falsified",
        RemovalReason.Other => "other",
        _ => "withdrawn consent",
    };

    /// <summary>The log's rows, in the order of the export.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="removals">What was removed.</param>
    /// <param name="findings">Findings, for the ids of those about a removed submission.</param>
    /// <param name="findingId">The id of a finding.</param>
    /// <param name="fieldwork">Names of the columns that tell enumerator and site.</param>
    public static IReadOnlyList<string[]> Rows(
        SubmissionSet submissions, IEnumerable<Removal> removals, IEnumerable<Finding> findings, Func<Finding, string> findingId, Fieldwork fieldwork)
    {
        var main = submissions.Main;
        var ofSubmission = findings.Where(f => f.SubmissionId is not null).ToLookup(f => f.SubmissionId!, StringComparer.Ordinal);
        return [.. removals.OrderBy(r => r.Row).Select(Row)];

        string[] Row(Removal removal)
        {
            var codes = removal.CheckCodes.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
            var ids = removal.SubmissionId is null ? [] : ofSubmission[removal.SubmissionId].Where(f => codes.Contains(f.Check.Code)).Select(findingId);
            return
            [
                removal.SubmissionId ?? "", "", "", fieldwork.EnumeratorOf(main, removal.Row), fieldwork.SiteOf(main, removal.Row),
                Fieldwork.StartOf(main, removal.Row), Word(removal.Reason), removal.CheckCodes, string.Join(' ', ids.Distinct(StringComparer.Ordinal)),
                "rule", "", removal.ReplacedBy < 0 ? "" : main.SubmissionIdOf(removal.ReplacedBy) ?? "", "removed",
            ];
        }
    }
}
