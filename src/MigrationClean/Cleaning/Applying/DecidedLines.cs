using System.Collections.Immutable;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Cleaning.Log;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>The lines of the applied logs in the log that a run leaves: as they were decided, each with what came of it (cleaning §5.1, §6.10).</summary>
internal static class DecidedLines
{
    private const string Redacted = "redacted";

    /// <summary>A draft with the lines of the applied logs above those that are new. What a line is about opens no line again.</summary>
    public static CleaningLogSheets Above(CleaningLogSheets draft, LogOutcome outcome)
    {
        var withdrawn = outcome.Removals.Submissions.Where(r => RemovalReasons.Of(r.Value.Entry).Reason == RemovalReason.WithdrawnConsent)
            .Select(r => outcome.Raw.Main.SubmissionIdOf(r.Key)).ToHashSet(StringComparer.Ordinal);
        var known = outcome.Lines.SelectMany(l => (l.Entry.FindingId ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        var findingId = CleaningLog.Columns.IndexOf("finding_id");
        return draft with
        {
            Lines =
            [
                .. outcome.Lines.Select(l => RowOf(l.Entry, l.Status, withdrawn)),
                .. draft.Lines.Where(row => !row.Cells[findingId].Split(';').All(known.Contains)),
            ],
            Removed = [.. draft.Removed, .. RowsOf(outcome)],
        };
    }

    private static LogRow RowOf(LogEntry entry, LineStatus status, HashSet<string?> withdrawn)
    {
        var isWithdrawn = withdrawn.Contains(SubmissionKeys.Normal(entry.Submission));
        string Answer(string? text) => string.IsNullOrEmpty(text) ? "" : isWithdrawn ? Redacted : text;
        return new(
        [
            entry.EntryId ?? "", entry.Submission, entry.Table ?? "", entry.RowPath ?? "", entry.Question, "", Answer(entry.OldValue), Answer(entry.NewValue), WordOf(entry.ChangeType),
            Answer(entry.Issue), entry.CheckIds ?? "", entry.FindingId ?? "", entry.GroupKey ?? "", Answer(entry.Explanation), entry.IsException ? "yes" : "", entry.Source ?? "",
            entry.ReviewedBy ?? "", entry.ReviewedAt ?? "", "", "", "", StatusOf(status),
        ]);
    }

    private static IEnumerable<LogRow> RowsOf(LogOutcome outcome)
    {
        ImmutableArray<Table> tables = [.. outcome.Raw.Tables];
        foreach (var (place, line) in outcome.Removals.Rows)
        {
            var table = tables[place.Table];
            yield return new(
            [
                table.SubmissionIdOf(place.Row) ?? "", table.Repeat!.Name, table.RowPathOf(place.Row) ?? "", "", "", "", RemovalReasons.Of(line.Entry).Word, line.Entry.CheckIds ?? "",
                line.Entry.FindingId ?? "", line.Entry.ReviewedBy ?? "log", line.Entry.ReviewedAt ?? "", "", "removed",
            ]);
        }
    }

    private static string WordOf(ChangeType type) => type switch
    {
        ChangeType.Pending => "",
        ChangeType.AddedSurvey => "added_survey",
        _ => CleaningLog.ChangeTypes[(int)type - 1],
    };

    private static string StatusOf(LineStatus status) => status switch
    {
        LineStatus.Pending => "pending",
        LineStatus.AlreadyApplied => "already applied",
        LineStatus.NoAction => "no action",
        LineStatus.Ignored => "ignored",
        _ => "applied",
    };
}
