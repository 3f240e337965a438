using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Cleaning.Log;
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

    /// <summary>What checks propose to take out, in the order in which one reason wins over another (cleaning §5.5).</summary>
    private static readonly ImmutableArray<(string Code, string? Variant, Severity Least, string Reason)> Proposals =
    [
        ("ID-09", null, Severity.Info, "test"),
        ("CON-02", null, Severity.Info, "outside population"),
        ("DUP-01", null, Severity.Info, "duplicate"),
        ("ID-02", "different", Severity.Info, "duplicate"),
        ("DUR-01", null, Severity.Error, "too short"),
    ];

    /// <summary>The log's rows, in the order of the export; below them what checks propose, for a person to decide.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="removals">What is removed by rule.</param>
    /// <param name="findings">Findings, for the ids of those about a removed submission.</param>
    /// <param name="findingId">The id of a finding.</param>
    /// <param name="fieldwork">Names of the columns that tell enumerator and site.</param>
    /// <param name="areRemoved">Whether they have left; if not, their removal is proposed too.</param>
    /// <param name="index">Name of the column that tells copies of one submission apart; <see langword="null"/> = none is written.</param>
    public static IReadOnlyList<string[]> Rows(
        SubmissionSet submissions, IEnumerable<Removal> removals, IEnumerable<Finding> findings, Func<Finding, string> findingId, Fieldwork fieldwork, bool areRemoved = true, string? index = null)
    {
        var main = submissions.Main;
        var ofSubmission = findings.Where(f => f.SubmissionId is not null).ToLookup(f => f.SubmissionId!, StringComparer.Ordinal);
        var leaving = removals.OrderBy(r => r.Row).ToList();
        var rows = leaving.Select(removal => Row(
            removal.Row, removal.SubmissionId ?? "", removal.Entry is { } e ? RemovalReasons.Of(e).Word : Word(removal.Reason), removal.CheckCodes, removal.ReplacedBy < 0 ? "" : main.SubmissionIdOf(removal.ReplacedBy) ?? "", areRemoved, removal.Entry)).ToList();

        var gone = leaving.Select(r => r.SubmissionId).ToHashSet(StringComparer.Ordinal);
        var known = Fieldwork.RowsOf(main);
        foreach (var submission in ofSubmission.Where(s => !gone.Contains(s.Key) && known.ContainsKey(s.Key)).OrderBy(s => known[s.Key]))
        {
            var proposed = Proposals.Select(p => (p.Reason, Finding: submission.FirstOrDefault(f => f.Check.Code == p.Code && f.Severity >= p.Least && (p.Variant is null || f.Variant == p.Variant))))
                .FirstOrDefault(p => p.Finding is not null);
            if (proposed.Finding is { } finding)
                rows.Add(Row(known[submission.Key], submission.Key, proposed.Reason, finding.Check.Code, finding.RelatedSubmission ?? "", isRemoved: false));
        }

        return rows;

        string[] Row(int row, string submission, string reason, string checks, string replacedBy, bool isRemoved, LogEntry? entry = null)
        {
            var codes = checks.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
            var ids = ofSubmission[submission].Where(f => codes.Contains(f.Check.Code)).Select(findingId);
            return
            [
                submission, "", "", fieldwork.EnumeratorOf(main, row), fieldwork.SiteOf(main, row), Fieldwork.StartOf(main, row), reason, checks,
                string.Join(' ', ids.Distinct(StringComparer.Ordinal)), entry is not null ? entry.ReviewedBy ?? "log" : isRemoved ? "rule" : "", entry?.ReviewedAt ?? "", replacedBy, isRemoved ? "removed" : "proposed",
                .. index is null ? [] : (string[])[main.Find(index)?.Value.TextAt(row) ?? ""],
            ];
        }
    }
}
