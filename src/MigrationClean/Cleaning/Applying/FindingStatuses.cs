using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>What the lines of logs say of findings: accepted, asked before, or new (cleaning §3, §6.10).</summary>
/// <remarks>
/// A line covers the findings of its checks in its cell, whatever key their ids were made with. An acceptance holds as long as the cell holds what was
/// accepted. O(lines + findings).
/// </remarks>
internal sealed class FindingStatuses
{
    private static readonly char[] Joints = [';', ',', ' '];

    private readonly Dictionary<(string, string, string, string), List<Decided>> _lines = [];

    private FindingStatuses()
    {
    }

    /// <summary>What the lines say about the cells of an export.</summary>
    /// <param name="raw">The submissions as read.</param>
    /// <param name="logs">The logs, pending lines included.</param>
    /// <param name="options">How old values are read.</param>
    public static FindingStatuses Of(SubmissionSet raw, ImmutableArray<ReadLog> logs, LogOptions options)
    {
        var statuses = new FindingStatuses();
        if (logs.IsEmpty) return statuses;
        var resolver = new LineResolver(raw, logs.SelectMany(l => l.Entries), options);
        ImmutableArray<Table> tables = [.. raw.Tables];
        foreach (var log in logs)
            foreach (var entry in log.Entries)
            {
                var isAccepted = entry.ChangeType == ChangeType.NoAction;
                if (entry.Question.Length == 0 || resolver.Resolve(entry with { ChangeType = ChangeType.NoAction }, log.WritesBlankAsNa, out _) is not { } line) continue;
                var (table, row) = (tables[line.Place.Table], line.Place.Row);
                var key = (table.SubmissionIdOf(row) ?? "", table.Path ?? "", table.RowPathOf(row) ?? "", NameOf(entry, line));
                if (!statuses._lines.TryGetValue(key, out var known)) statuses._lines.Add(key, known = []);
                var isLapsed = !line.FitsOld && (line.Said.Length > 0 || entry.FindingId is not null);
                known.Add(new(Words(entry.CheckIds), Words(entry.FindingId), isAccepted && !isLapsed));
            }

        return statuses;
    }

    /// <summary>A report whose accepted findings are settled, and the others new or open.</summary>
    /// <param name="report">What was found.</param>
    /// <param name="findingId">The id of a finding: rules of one's own share a code.</param>
    /// <param name="stays">Findings that no line can accept: what the log itself brought in.</param>
    public CheckReport Judge(CheckReport report, Func<Finding, string> findingId, IEnumerable<Finding> stays)
    {
        if (_lines.Count == 0) return report;
        var broughtIn = stays.ToHashSet<Finding>(ReferenceEqualityComparer.Instance);
        var (open, settled) = (ImmutableArray.CreateBuilder<Finding>(), report.Settled.ToBuilder());
        foreach (var finding in report.Findings)
        {
            var status = StatusOf(finding, findingId);
            if (status == FindingStatus.Accepted && !broughtIn.Contains(finding)) settled.Add(finding with { Status = status });
            else open.Add(status == FindingStatus.New ? finding : finding with { Status = FindingStatus.Open });
        }

        return report with { Findings = open.ToImmutable(), Settled = settled.ToImmutable() };
    }

    private FindingStatus StatusOf(Finding finding, Func<Finding, string> findingId)
    {
        if (finding is not { SubmissionId: { } submission, Question: { } question }) return FindingStatus.New;
        if (!_lines.TryGetValue((submission, finding.Table ?? "", finding.RowPath ?? "", question), out var lines)) return FindingStatus.New;
        var own = lines.Where(l => Covers(l, finding, findingId)).ToList();
        return own.Count == 0 ? FindingStatus.New : own.Any(l => l.IsAccepted) ? FindingStatus.Accepted : FindingStatus.Open;
    }

    private static bool Covers(Decided line, Finding finding, Func<Finding, string> findingId)
    {
        if (line.Checks.Length > 0 && !line.Checks.Contains(finding.Check.Code, StringComparer.OrdinalIgnoreCase)) return false;
        return finding.Check.Code != UserRule.Code || line.Findings.Length == 0 || line.Findings.Contains(findingId(finding), StringComparer.Ordinal);
    }

    private static string NameOf(LogEntry entry, ResolvedLine line) => line.Question?.Name ?? entry.Question;

    private static string[] Words(string? text) => text?.Split(Joints, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A line as far as findings are concerned.</summary>
    /// <param name="Checks">Codes of the checks; empty = all.</param>
    /// <param name="Findings">Ids of findings; empty where the log has none.</param>
    /// <param name="IsAccepted">Whether the answer stays as it is, and still is what was accepted.</param>
    private sealed record Decided(string[] Checks, string[] Findings, bool IsAccepted);
}
