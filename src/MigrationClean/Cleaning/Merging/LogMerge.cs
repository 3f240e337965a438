using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Merging;

/// <summary>Several logs as one: a set of lines, so that neither the order of the logs nor merging one twice makes a difference.</summary>
internal static class LogMerge
{
    /// <summary>The lines of all logs, each once, in the order of <see cref="MergedLine.Order"/>.</summary>
    /// <param name="lines">The lines of all logs.</param>
    /// <remarks>
    /// A line that nobody has touched goes where another log has decided about the same cell for the same finding. Lines that disagree both stay:
    /// <see cref="Conflicts"/> tells them. Merging is associative, commutative and idempotent. O(n log n).
    /// </remarks>
    public static ImmutableArray<MergedLine> Of(IEnumerable<MergedLine> lines)
    {
        var distinct = lines.GroupBy(line => line.Content, StringComparer.Ordinal).Select(same => same.Min(MergedLine.Order)!).ToList();
        var decided = distinct.Where(line => line.IsDecided).ToLookup(line => line.Place, StringComparer.Ordinal);
        return [.. distinct.Where(line => !line.IsUntouched || !decided[line.Place].Any(other => Answers(other, line))).Order(MergedLine.Order)];
    }

    /// <summary>Lines that decide differently about one cell, each with its place and that of the line it contradicts (cleaning §6.4).</summary>
    /// <remarks>A chain, each old value the new one before it and all times given, is no contradiction.</remarks>
    public static ImmutableArray<Finding> Conflicts(IEnumerable<MergedLine> lines)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var place in lines.Where(line => line.IsDecided).GroupBy(line => line.Place, StringComparer.Ordinal))
        {
            if (place.Select(line => line.Effect).Distinct(StringComparer.Ordinal).Count() == 1 || IsChain([.. place])) continue;
            var first = place.First();
            findings.AddRange(place.Where(line => line.Effect != first.Effect).Select(line => Conflict(line, first)));
        }

        return findings.ToImmutable();
    }

    // A pending line asks about one finding; a decision answers that finding, or the cell where the line asks about none.
    private static bool Answers(MergedLine decided, MergedLine pending) =>
        pending["finding_id"].Length == 0 || pending["finding_id"] == decided["finding_id"];

    private static bool IsChain(MergedLine[] lines)
    {
        var steps = lines.DistinctBy(line => (line.Effect, line["old_value"], line["reviewed_at"])).Select(line => (Line: line, At: TimeOf(line))).ToList();
        if (steps.Any(step => step.At is null || step.Line["change_type"] is not ("change_response" or "blank_response"))) return false;
        var ordered = steps.OrderBy(step => step.At).ToList();
        for (var i = 1; i < ordered.Count; i++)
            if (ordered[i].At == ordered[i - 1].At || ordered[i].Line["old_value"] != ordered[i - 1].Line["new_value"]) return false;
        return true;
    }

    private static DateTimeOffset? TimeOf(MergedLine line) =>
        DateTimeOffset.TryParse(line["reviewed_at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static Finding Conflict(MergedLine line, MergedLine first) =>
        LogTrouble.About("LOGF-12/merge", Severity.Error, line.Location, new FindingArgument("other", first.Shown)) with
        {
            SubmissionId = line["uuid"] is { Length: > 0 } submission ? submission : null,
            Question = line["question"] is { Length: > 0 } question ? question : null,
            Table = line["table"] is { Length: > 0 } table ? table : null,
            RowPath = line["row_path"] is { Length: > 0 } path ? path : null,
        };
}
