using System.Collections.Immutable;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Leads each line of a log to its submission, row and cell, and reads its values: LOGF-01 … 04, 08 (cleaning §6.2, §6.3).</summary>
internal sealed class LineResolver
{
    private const string BlankOfR = "NA";

    private readonly SubmissionSet _submissions;
    private readonly ImmutableArray<Table> _tables;
    private readonly LogOptions _options;
    private readonly SubmissionKeys _keys;
    private readonly RepeatRows _rows;
    private readonly QuestionNames[] _names;
    private readonly HashSet<string> _removedBefore;

    /// <summary>Prepares an export for the lines of its logs.</summary>
    public LineResolver(SubmissionSet submissions, IEnumerable<LogEntry> entries, LogOptions options)
    {
        (_submissions, _options) = (submissions, options);
        _tables = [.. submissions.Tables];
        _keys = new(submissions.Main, entries);
        _rows = new(submissions);
        _names = [.. _tables.Select(t => new QuestionNames(t))];
        _removedBefore = [.. options.RemovedBefore.Select(SubmissionKeys.Normal)];
    }

    /// <summary>The line with its place; <see langword="null"/> where it has none, and why.</summary>
    /// <param name="entry">A line that is decided.</param>
    /// <param name="writesBlankAsNa">Whether the log writes a blank as <c>NA</c>.</param>
    /// <param name="trouble">An error, or a notice that the submission was removed before.</param>
    public ResolvedLine? Resolve(LogEntry entry, bool writesBlankAsNa, out Finding? trouble)
    {
        var main = _keys.Find(entry, out trouble);
        if (main < 0)
        {
            if (trouble!.Check.Code == "LOGF-01" && _removedBefore.Contains(SubmissionKeys.Normal(entry.Submission)))
                trouble = LogFindings.About("LOGF-01/removed-before", Severity.Notice, entry, "uuid", new FindingArgument("submission", entry.Submission));
            return null;
        }

        if (entry.ChangeType == ChangeType.RemoveSurvey) return new() { Entry = entry, MainRow = main, Place = new(0, main, -1) };
        var table = TableOf(entry, out trouble);
        if (table < 0) return null;
        var row = table == 0 ? main : _rows.RowOf(entry, table, main);
        if (row < 0)
        {
            var name = _tables[table].Repeat!.Name;
            trouble = entry.RowPath is null && entry.RowKey is null
                ? LogFindings.Error("LOGF-03/needs-row", entry, "row_path", new FindingArgument("table", name))
                : LogFindings.Error("LOGF-03", entry, "row_path", new("table", name), new("row", entry.RowPath ?? entry.RowKey!));
            return null;
        }

        if (entry.ChangeType != ChangeType.RemoveRow) return Cell(entry, writesBlankAsNa, main, table, row, out trouble);
        if (table > 0) return new() { Entry = entry, MainRow = main, Place = new(table, row, -1) };
        trouble = LogFindings.Error("LOGF-03/no-table", entry, "table");
        return null;
    }

    private int TableOf(LogEntry entry, out Finding? trouble)
    {
        trouble = null;
        var table = _rows.TableOf(entry);
        if (table < 0)
        {
            var named = entry.Table ?? entry.RowKey!;
            trouble = Nearest.To(named, _rows.Names) is { } near
                ? LogFindings.Error("LOGF-03/table-near", entry, "table", new("table", named), new("near", near))
                : LogFindings.Error("LOGF-03/table", entry, "table", new FindingArgument("table", named));
            return -1;
        }

        // Logs of other tools name a row of a repeat and leave its table to the question.
        if (table > 0 || entry.Question.Length == 0 || _names[0].Find(entry.Question) is not null) return table;
        int[] holding = [.. Enumerable.Range(1, _tables.Length - 1).Where(t => _names[t].Find(entry.Question) is not null)];
        return holding.Length == 1 ? holding[0] : 0;
    }

    private ResolvedLine? Cell(LogEntry entry, bool writesBlankAsNa, int main, int table, int row, out Finding? trouble)
    {
        if (_names[table].Find(entry.Question) is not { } named)
        {
            // What is said of a group or repeat can be accepted; there is no cell to change.
            trouble = null;
            if (entry.ChangeType == ChangeType.NoAction && _submissions.Forms.Any(f => f.Nodes.Any(n => n.Name == entry.Question || n.Path == entry.Question)))
                return new() { Entry = entry, MainRow = main, Place = new(table, row, -1) };
            trouble = UnknownQuestion(entry, table);
            return null;
        }

        var column = _tables[table].Columns[named.Column];
        var question = QuestionOf(column, table, row);
        if (entry.ChangeType != ChangeType.NoAction && Protected(entry, question) is { } refused)
        {
            trouble = refused;
            return null;
        }

        var option = named.Option;
        if (entry.ChangeType is ChangeType.AddOption or ChangeType.RemoveOption && (option = OptionOf(entry, question, option, out trouble)) is null) return null;
        var line = new ResolvedLine
        {
            Entry = entry,
            MainRow = main,
            Place = new(table, row, named.Column),
            Question = question,
            Option = option,
            IsUnverified = _options.NoOldValues || (!entry.HasOldValue && IsOfOthers(entry)),
        };
        var said = entry.OldValue is null || (writesBlankAsNa && entry.OldValue == BlankOfR) ? "" : entry.OldValue;
        return option is null ? Whole(line, column, said, out trouble) : Part(line, column, said, out trouble);
    }

    private static ResolvedLine? Whole(ResolvedLine line, TableColumn column, string said, out Finding? trouble)
    {
        trouble = null;
        var (type, held) = (line.Question!.Type, column.Value.TextAt(line.Place.Row));
        var value = line.Entry.ChangeType == ChangeType.ChangeResponse ? NewValue.Read(line.Entry, line.Question, out trouble) : null;
        if (trouble is not null) return null;
        return line with
        {
            Value = value,
            Said = said,
            IsApplied = line.Changes && IsSame(type, held, value ?? ""),
            FitsOld = line.IsUnverified || SameAnswer.HoldsAsMeant(type, held, said) || SameAnswer.Straight(column.Raw.TextAt(line.Place.Row)) == SameAnswer.Straight(said),
        };
    }

    private ResolvedLine? Part(ResolvedLine line, TableColumn column, string said, out Finding? trouble)
    {
        trouble = null;
        var (entry, row) = (line.Entry, line.Place.Row);
        bool? chosen = entry.ChangeType switch
        {
            ChangeType.AddOption => true,
            ChangeType.RemoveOption or ChangeType.BlankResponse => false,
            ChangeType.ChangeResponse => NewValue.Chosen(entry, line.Question!, line.Option!, out trouble),
            _ => null,
        };
        if (trouble is not null) return null;

        var child = SelectMultiple.ChildOf(_tables[line.Place.Table], column, line.Option!);
        var isTicked = column.Value.TextAt(row).Split(' ').Contains(line.Option!, StringComparer.Ordinal);
        var held = child is null ? isTicked ? "1" : "0" : child.Value.TextAt(row);
        var isLenient = entry.ChangeType is ChangeType.AddOption or ChangeType.RemoveOption && said.Length == 0;
        return line with
        {
            Value = chosen is { } c ? c ? "1" : "0" : null,
            Said = said,
            IsApplied = chosen is { } wanted && isTicked == wanted && (held == "1") == wanted,
            FitsOld = line.IsUnverified || isLenient || held == said || (said.Length > 0 && SameAnswer.Truth(said) == (held == "1")),
        };
    }

    /// <summary>Whether a line was made from the sheet of others, which knows the text and not always what the select held.</summary>
    public static bool IsOfOthers(LogEntry entry) => entry is { Issue: "other", CheckIds: "OTH-03" };

    /// <summary>Whether a cell holds a value already: texts to the letter, as mending a blank is a change too.</summary>
    private static bool IsSame(QuestionType type, string held, string value) =>
        type is QuestionType.Text or QuestionType.Unknown ? held == value : SameAnswer.Holds(type, held, value);

    private static string? OptionOf(LogEntry entry, Question question, string? named, out Finding? trouble)
    {
        trouble = null;
        var option = entry.NewValue?.Trim() is { Length: > 0 } given && named is null ? given : named;
        if (!question.Type.IsSelectMultiple()) trouble = NewValue.Wrong("LOGF-08/not-multiple", entry, question);
        else if (option is null) trouble = LogFindings.Error("LOGF-06/option", entry, "new_value", new FindingArgument("question", question.Name));
        else if (!NewValue.IsChoice(question, option)) trouble = NewValue.Wrong("LOGF-08/choice", entry, question, new FindingArgument("list", question.Choices!.Name));
        return trouble is null ? option : null;
    }

    private Finding UnknownQuestion(LogEntry entry, int table)
    {
        var name = new FindingArgument("question", entry.Question);
        var names = _names[table];
        if (entry.Question.Length == 0) return LogFindings.Error("LOGF-04/none", entry, "question");
        if (names.IsAmbiguous(entry.Question)) return LogFindings.Error("LOGF-04/ambiguous", entry, "question", name);
        if (names.IsOtherColumn(entry.Question)) return LogFindings.Error("LOGF-04/metadata", entry, "question", name);
        if (_submissions.NotExported.Any(q => q.Name == entry.Question || q.Path == entry.Question)) return LogFindings.Error("LOGF-04/not-exported", entry, "question", name);
        var elsewhere = Enumerable.Range(0, _tables.Length).FirstOrDefault(t => t != table && _names[t].Find(entry.Question) is not null, -1);
        if (elsewhere > 0) return LogFindings.Error("LOGF-04/in-repeat", entry, "question", name, new("table", _tables[elsewhere].Repeat!.Name));
        if (entry.Question.LastIndexOfAny(['/', '.']) is > 0 and var cut && names.Find(entry.Question[..cut]) is { Option: null } parent && _tables[table].Columns[parent.Column].Question is { } asked && asked.Type.IsSelectMultiple())
            return LogFindings.Error("LOGF-04/choice", entry, "question", new("question", asked.Name), new("choice", entry.Question[(cut + 1)..]));
        return Nearest.To(entry.Question, names.All) is { } near
            ? LogFindings.Error("LOGF-04/near", entry, "question", name, new("near", near))
            : LogFindings.Error("LOGF-04", entry, "question", name);
    }

    private static Finding? Protected(LogEntry entry, Question question)
    {
        var name = new FindingArgument("question", question.Name);
        if (question.Type.IsMetadata() || question.Type is QuestionType.Note || question.Type.IsExternal()) return LogFindings.Error("LOGF-04/metadata", entry, "question", name);
        return question.Type == QuestionType.Calculate && !entry.IsException ? LogFindings.Error("LOGF-04/calculate", entry, "question", name) : null;
    }

    private Question QuestionOf(TableColumn column, int table, int row)
    {
        var root = _tables[table].RootRow(row);
        var form = root < 0 || _submissions.Main.FormOfRow.IsEmpty ? 0 : _submissions.Main.FormOfRow[root];
        return form < column.ByForm.Length && column.ByForm[form] is { } own ? own : column.Question!;
    }
}
