using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Turns the lines of a log's sheet into entries in our words; says which cannot be one.</summary>
internal sealed class LogEntryReader(LogForms forms, ImmutableArray<Finding>.Builder findings)
{
    private const string Cancelled = "delete log";
    private readonly LogValues _values = new(forms, findings);

    /// <summary>A submission's key without blanks and <c>uuid:</c>.</summary>
    public static string Key(string text)
    {
        var key = LogWords.Name(text);
        return key.StartsWith("uuid:", StringComparison.OrdinalIgnoreCase) ? key["uuid:".Length..].Trim() : key;
    }

    /// <summary>The entries of a line: mostly one, none for a line that its log cancels, more where a recode of other is written in it.</summary>
    public IEnumerable<LogEntry> Read(LogLine line)
    {
        if (LogWords.Word(line.Name("adjust_log")) == Cancelled)
        {
            findings.Add(LogTrouble.Notice("LOGF-05/cancelled", line, "adjust_log"));
            yield break;
        }

        var entry = Begin(line);
        var (type, isKnown) = TypeOf(line, entry.NewValue);
        if (type == ChangeType.Pending && isKnown && entry.NewValue is not null) findings.Add(LogTrouble.Error("LOGF-05/no-type", line, "change_type"));
        if (type == ChangeType.AddedSurvey) findings.Add(LogTrouble.Notice("LOGF-05/added", line, "change_type"));
        CheckNewValue(line, entry, type);
        yield return entry with { ChangeType = type, Question = type is ChangeType.RemoveSurvey or ChangeType.RemoveRow ? "" : entry.Question };

        // impactR writes the recode of the select beside the text of other.
        if (line.Name("other_parent") is not { Length: > 0 } parent || line.Text("other_new") is null || type is ChangeType.Pending or ChangeType.RemoveSurvey) yield break;
        yield return entry with
        {
            EntryId = null,
            Question = parent,
            ChangeType = ChangeType.ChangeResponse,
            OldValue = _values.Old(line, parent, entry.Table, "other_old"),
            HasOldValue = line.Table.Has("other_old"),
            NewValue = _values.New(line, parent, entry.Table, "other_new"),
        };
    }

    // What a line does has to be clear from the line alone (cleaning §5.2).
    private void CheckNewValue(LogLine line, LogEntry entry, ChangeType type)
    {
        var isBlank = line.Text("new_value") is not { } text || IsNa(line, text);
        if (type == ChangeType.ChangeResponse && isBlank) findings.Add(LogTrouble.Error("LOGF-06", line, "new_value"));
        if ((type == ChangeType.BlankResponse && !isBlank) || (type == ChangeType.NoAction && entry.NewValue is { } kept && kept != entry.OldValue))
            findings.Add(LogTrouble.Error("LOGF-06/not-blank", line, "new_value", new FindingArgument("type", ChangeWords.Canon(type))));
        if (entry is { IsException: true, Explanation: null } && type != ChangeType.Pending) findings.Add(LogTrouble.Error("LOGF-06/no-explanation", line, "explanation"));
    }

    private LogEntry Begin(LogLine line)
    {
        var question = line.Name("question");
        var table = Optional(line.Name("table"));
        var isOther = line.Table.Profile is { IsOurs: false };
        var rowKey = Optional(line.Name("row_key"));
        var newValue = _values.New(line, question, table);
        return new()
        {
            EntryId = Optional(line.Name("entry_id")),
            Submission = Key(line.Name("uuid")),
            SubmissionIndex = Optional(line.Name("submission_index")),
            Table = table,
            RowPath = Optional(line.Name("row_path")),
            RowKey = rowKey is null || IsNa(line, rowKey) || (table is null && isOther && line.Table.Profile.Name == "supporter") ? null : rowKey,
            Question = question,
            OldValue = _values.Old(line, question, table),
            HasOldValue = line.Table.Has("old_value"),
            NewValue = newValue is not null && IsNa(line, newValue) ? null : newValue,
            Issue = line.Text("issue"),
            CheckIds = line.Text("check_id"),
            FindingId = Optional(line.Name("finding_id")),
            GroupKey = Optional(line.Name("group_key")),
            Explanation = line.Text("explanation"),
            IsException = IsException(line),
            Source = line.Text("source"),
            ReviewedBy = line.Text("reviewed_by"),
            ReviewedAt = line.Text("reviewed_at"),
            Location = line.Location,
            Headers = line.Table.Headers,
        };
    }

    private (ChangeType Type, bool IsKnown) TypeOf(LogLine line, string? newValue)
    {
        if (!line.Table.Has("change_type")) return (Inferred(line, newValue), true);
        var word = line.Name("change_type");
        if (word.Length == 0 || IsNa(line, word)) return (ChangeType.Pending, true);
        if (ChangeWords.Of(word) is not { } type)
        {
            // What is far from all words may be an answer that a separator has moved here.
            var near = Nearest.To(LogWords.Word(word).Replace(' ', '_'), ChangeWords.Canonical);
            findings.Add(LogTrouble.Error(near is null ? "LOGF-05" : "LOGF-05/near", line, "change_type", new("text", word, Sensitive: near is null), new("near", near ?? "")));
            return (ChangeType.Pending, false);
        }

        // Lines of supporteR wait until somebody has ticked them.
        var isTicked = !line.Table.Has("reviewed") || LogWords.YesOrNo(line.Name("reviewed")) == true || line.Name("adjust_log").Length > 0;
        if (isTicked || type == ChangeType.Pending) return (type, true);
        findings.Add(LogTrouble.Notice("LOGF-05/not-reviewed", line, "reviewed"));
        return (ChangeType.Pending, false);
    }

    // Logs that have no column for it say it by what is filled.
    private static ChangeType Inferred(LogLine line, string? newValue)
    {
        if (line.Table.Has("n_obs") && line.Name("question").Length == 0) return ChangeType.RemoveSurvey;
        if (newValue is not null) return newValue == line.Text("old_value") ? ChangeType.NoAction : ChangeType.ChangeResponse;
        if (LogWords.YesOrNo(line.Name("invalid")) == true || line.Name("new_value") == "NA") return ChangeType.BlankResponse;
        return line.Table.Profile.Name == "impact-follow-up" && line.Text("explanation") is not null ? ChangeType.NoAction : ChangeType.Pending;
    }

    private bool IsException(LogLine line)
    {
        if (LogWords.YesOrNo(line.Name("exception")) is not { } isException)
        {
            findings.Add(LogTrouble.Error("LOGF-05/exception", line, "exception"));
            return false;
        }

        return isException;
    }

    // Whether a text stands for a blank in logs that R has written.
    private static bool IsNa(LogLine line, string text) => text == "NA" && line.Table.Profile.WritesNa;

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
