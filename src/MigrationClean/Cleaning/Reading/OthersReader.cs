using System.Collections.Immutable;
using MigrationClean.Checks.Texts;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Writes out the lines of the sheet of others as ordinary entries (cleaning §5.4).</summary>
internal sealed class OthersReader(LogForms forms, ImmutableArray<Finding>.Builder findings)
{
    private static readonly string[] Answers = ["true_other", "existing_other", "invalid_other", "elsewhere"];
    private readonly OtherChoices _choices = new(findings);

    /// <summary>The entries of a line; a pending one where nothing is filled in, none where the line is refused.</summary>
    public IEnumerable<LogEntry> Read(LogLine line)
    {
        var filled = Answers.Where(column => IsFilled(line, column)).ToList();
        var begun = Begin(line);
        if (filled.Count == 0) return [begun];
        if (filled.Count > 1) return Refuse("LOGF-15", line, filled[1], new("first", line.Table.Headers[filled[0]]), new("second", line.Table.Headers[filled[1]]));
        if (filled[0] == "true_other") return [Corrected(line, begun)];

        if (forms.AreNone) return Refuse("LOGF-15/no-form", line, filled[0]);
        if (forms.Find(begun.Question, begun.Table) is not { } text) return Refuse("LOGF-15/question", line, "question", new FindingArgument("question", begun.Question));
        var pair = forms.PairOf(text);
        if (ParentOf(line, pair) is not { } parent) return Refuse("LOGF-15/parent", line, "parent_question", new FindingArgument("question", text.Name));
        return filled[0] switch
        {
            "existing_other" => Existing(line, begun, parent, pair),
            "invalid_other" => [.. Unset(begun, parent, pair), Blanked(begun)],
            _ => Elsewhere(line, begun, parent, pair),
        };
    }

    private static bool IsFilled(LogLine line, string column) =>
        line.Text(column) is { } text && (column != "invalid_other" || LogWords.YesOrNo(text) != false);

    private static LogEntry Begin(LogLine line) => new()
    {
        EntryId = $"others-{line.Row.Number}",
        Submission = LogEntryReader.Key(line.Name("uuid")),
        SubmissionIndex = Optional(line.Name("submission_index")),
        Table = Optional(line.Name("table")),
        RowPath = Optional(line.Name("row_path")),
        RowKey = Optional(line.Name("row_key")),
        Question = line.Name("question"),
        OldValue = line.Text("text") is { } text && line.Table.Sheet.IsText ? Files.SpreadsheetFormula.Undo(text) : line.Text("text"),
        HasOldValue = line.Table.Has("text"),
        Explanation = line.Text("explanation"),
        IsException = LogWords.YesOrNo(line.Name("exception")) == true,
        FindingId = Optional(line.Name("finding_id")),
        GroupKey = $"others-{line.Row.Number}",
        ReviewedBy = line.Text("reviewed_by"),
        ReviewedAt = line.Text("reviewed_at"),
        Issue = "other",
        CheckIds = "OTH-03",
        Location = line.Location,
        Headers = line.Table.Headers,
    };

    private static LogEntry Corrected(LogLine line, LogEntry begun)
    {
        var text = line.Text("true_other");
        return text == begun.OldValue ? begun with { ChangeType = ChangeType.NoAction } : begun with { ChangeType = ChangeType.ChangeResponse, NewValue = text };
    }

    private List<LogEntry> Existing(LogLine line, LogEntry begun, Question parent, OtherQuestion? pair)
    {
        var chosen = _choices.Read(line, parent);
        if (chosen.IsEmpty) return [];
        if (parent.Type.IsSelectMultiple())
            return [.. Unset(begun, parent, pair), .. chosen.Select(name => Of(begun, parent, ChangeType.AddOption, name)), Blanked(begun)];

        if (chosen.Length > 1) return Refuse("LOGF-15/several", line, "existing_other", new FindingArgument("question", parent.Name));
        var change = Of(begun, parent, ChangeType.ChangeResponse, chosen[0]) with { OldValue = pair?.Option, HasOldValue = pair is not null };
        return [change, Blanked(begun)];
    }

    private List<LogEntry> Elsewhere(LogLine line, LogEntry begun, Question parent, OtherQuestion? pair)
    {
        var words = line.Text("elsewhere")!.Split('=', 2, StringSplitOptions.TrimEntries);
        if (words.Length != 2 || words[1].Length == 0) return Refuse("LOGF-15/elsewhere", line, "elsewhere");
        if (forms.Find(words[0], begun.Table) is not { } target)
            return Refuse("LOGF-15/elsewhere-question", line, "elsewhere", new("question", words[0]), new("near", Nearest.To(words[0], forms.Names) ?? "–"));

        var moved = target.Type.IsSelectMultiple() ? Of(begun, target, ChangeType.AddOption, words[1]) : Of(begun, target, ChangeType.ChangeResponse, words[1]);
        return [.. Unset(begun, parent, pair), moved with { OldValue = null }, Blanked(begun)];
    }

    // Other is no longer chosen: a parent of one choice becomes blank, of several it loses that choice.
    private static IEnumerable<LogEntry> Unset(LogEntry begun, Question parent, OtherQuestion? pair)
    {
        if (parent.Type.IsSelectMultiple())
        {
            if (pair is not null) yield return Of(begun, parent, ChangeType.RemoveOption, pair.Option);
            yield break;
        }

        yield return Of(begun, parent, ChangeType.BlankResponse, null) with { OldValue = pair?.Option, HasOldValue = pair is not null };
    }

    private static LogEntry Of(LogEntry begun, Question question, ChangeType type, string? value) => begun with
    {
        EntryId = $"{begun.EntryId}-{question.Name}{(type is ChangeType.AddOption or ChangeType.RemoveOption ? $"/{value}" : "")}",
        Question = question.Name,
        ChangeType = type,
        OldValue = null,
        HasOldValue = true,
        NewValue = value,
    };

    private static LogEntry Blanked(LogEntry begun) => begun with { ChangeType = ChangeType.BlankResponse };

    private Question? ParentOf(LogLine line, OtherQuestion? pair) =>
        line.Name("parent_question") is { Length: > 0 } named ? forms.Find(named, Optional(line.Name("table"))) ?? pair?.From : pair?.From;

    private List<LogEntry> Refuse(string key, LogLine line, string column, params ReadOnlySpan<FindingArgument> arguments)
    {
        findings.Add(LogTrouble.Error(key, line, column, arguments));
        return [];
    }

    private static string? Optional(string text) => text.Length == 0 ? null : text;
}
