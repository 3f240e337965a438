using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Turns the lines of a deletion log into entries (cleaning §5.5).</summary>
internal sealed class DeletionReader(ImmutableArray<Finding>.Builder findings)
{
    private const string OtherReason = "other:";

    /// <summary>The closed list of reasons; besides <c>other: …</c>.</summary>
    public static readonly ImmutableArray<string> Reasons =
        ["no consent", "duplicate", "too short", "outside population", "test", "falsified", "withdrawn consent"];

    /// <summary>The entry of a line; <see langword="null"/> for one that tells of a removal by rule, which happens anyway.</summary>
    public LogEntry? Read(LogLine line)
    {
        var status = LogWords.Word(line.Name("status"));
        var decidedBy = line.Text("decided_by");
        if (status == "removed" && decidedBy == "rule") return null;
        var isPending = decidedBy is null && (status is "proposed" or "pending" || line.Text("reason") is null);
        var isRow = line.Name("row_path").Length > 0 || line.Name("row_key").Length > 0;
        return new()
        {
            EntryId = $"deletion-{line.Row.Number}",
            Submission = LogEntryReader.Key(line.Name("uuid")),
            SubmissionIndex = Optional(line.Name("submission_index")),
            Table = Optional(line.Name("table")),
            RowPath = Optional(line.Name("row_path")),
            RowKey = Optional(line.Name("row_key")),
            HasOldValue = false,
            ChangeType = isPending ? ChangeType.Pending : isRow ? ChangeType.RemoveRow : ChangeType.RemoveSurvey,
            CheckIds = line.Text("check_ids"),
            FindingId = Optional(line.Name("findings")),
            Explanation = line.Text("explanation"),
            ReviewedBy = decidedBy,
            ReviewedAt = line.Text("decided_at"),
            Reason = ReasonOf(line, isPending),
            ReplacedBy = line.Name("replaced_by") is { Length: > 0 } replacedBy ? LogEntryReader.Key(replacedBy) : null,
            Location = line.Location,
            Headers = line.Table.Headers,
        };
    }

    private string? ReasonOf(LogLine line, bool isPending)
    {
        if (line.Text("reason") is not { } text)
        {
            if (!isPending) findings.Add(LogTrouble.Error("LOGF-05/no-reason", line, "reason", new FindingArgument("reasons", string.Join(", ", Reasons))));
            return null;
        }

        var word = LogWords.Word(text);
        if (word.StartsWith(OtherReason, StringComparison.Ordinal) && word.Length > OtherReason.Length) return text;
        if (Reasons.Contains(word, StringComparer.Ordinal)) return word;
        if (!isPending) findings.Add(LogTrouble.Error("LOGF-05/reason", line, "reason", new("text", text), new("reasons", string.Join(", ", Reasons))));
        return text;
    }

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
