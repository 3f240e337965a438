using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>A line of the cleaning log that is still to be decided: one cell, with all that was found about it.</summary>
/// <param name="Findings">Why it is there; at least one.</param>
/// <param name="Question">The question, where the form has it.</param>
/// <param name="EntryId">Id of the line: that of the first finding and the question.</param>
/// <param name="FindingIds">Ids of the findings.</param>
/// <param name="Row">Row of the main table, −1 where the submission is not known.</param>
internal sealed record CleaningLogEntry(ImmutableArray<Finding> Findings, Question? Question, string EntryId, ImmutableArray<string> FindingIds, int Row)
{
    /// <summary>The first of the findings: it names the cell.</summary>
    public Finding Finding => Findings[0];

    /// <summary>The incident that it belongs to, or <see langword="null"/>.</summary>
    public string? Group => Findings.Select(f => f.Group).FirstOrDefault(g => g is not null);
}

/// <summary>The cleaning log as a run leaves it: one pending line for each doubtful cell, ready to be decided by a person (cleaning §5.1).</summary>
internal sealed class CleaningLog
{
    /// <summary>The columns, in order.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "entry_id", "uuid", "table", "row_path", "question", "label", "old_value", "new_value", "change_type", "issue", "check_id", "finding_id", "group_key",
        "explanation", "exception", "source", "reviewed_by", "reviewed_at", "enumerator", "date", "site", "status",
    ];

    /// <summary>The columns that a person fills.</summary>
    public static readonly ImmutableArray<string> ToFill =
        ["new_value", "change_type", "explanation", "exception", "source", "reviewed_by", "reviewed_at"];

    /// <summary>The words of <c>change_type</c> (cleaning §5.2).</summary>
    public static readonly ImmutableArray<string> ChangeTypes =
        ["change_response", "blank_response", "no_action", "remove_survey", "remove_row", "add_option", "remove_option"];

    /// <summary>What joins several checks or findings of one cell.</summary>
    private const string Joint = ";";

    private CleaningLog(ImmutableArray<CleaningLogEntry> entries) => Entries = entries;

    /// <summary>The lines, in the order of the findings; lines of one incident together.</summary>
    public ImmutableArray<CleaningLogEntry> Entries { get; }

    /// <summary>A log of the findings of warning or worse that name an answer.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="findings">The findings in report order.</param>
    /// <param name="removals">Submissions without consent get no lines: they are not in the output.</param>
    /// <param name="findingId">The id of a finding.</param>
    /// <remarks>O(findings).</remarks>
    public static CleaningLog Of(
        SubmissionSet submissions, IEnumerable<Finding> findings, IEnumerable<Removal> removals, Func<Finding, string> findingId)
    {
        var rows = Fieldwork.RowsOf(submissions.Main);
        var refused = removals.Where(r => r.Reason != RemovalReason.Duplicate).Select(r => r.SubmissionId).ToHashSet(StringComparer.Ordinal);
        var questions = submissions.Forms.SelectMany(f => f.Questions).ToLookup(q => q.Name, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var cells = findings.Where(f => f.Severity >= Severity.Warning && f.SubmissionId is not null && f.Question is not null && !refused.Contains(f.SubmissionId))
            .GroupBy(f => (f.SubmissionId, f.Table, f.RowPath, f.Question));
        var entries = cells.Select(EntryOf).ToList();

        // Findings of one incident may stand far apart in the export; their lines follow the first of them.
        var firsts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Group is { } group) firsts.TryAdd(group, i);
        return new([.. entries.Index().OrderBy(e => e.Item.Group is { } group ? firsts[group] : e.Index).Select(e => e.Item)]);

        CleaningLogEntry EntryOf(IEnumerable<Finding> cell)
        {
            ImmutableArray<Finding> all = [.. cell];
            var first = all[0];
            ImmutableArray<string> ids = [.. all.Select(findingId).Distinct(StringComparer.Ordinal)];
            var named = questions[first.Question!];
            var question = named.FirstOrDefault(q => q.Repeat?.Path == first.Table) ?? named.FirstOrDefault();
            return new(all, question, Free($"{ids[0]}-{first.Question}", taken), ids, rows.GetValueOrDefault(first.SubmissionId!, -1));
        }
    }

    /// <summary>The lines as texts, one for each of <see cref="Columns"/>.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="fieldwork">Names of the columns that tell enumerator and site.</param>
    /// <param name="texts">Messages in the reader's language.</param>
    /// <param name="labels">Language of the labels; <see langword="null"/> = the form's first.</param>
    public IReadOnlyList<LogRow> Rows(SubmissionSet submissions, Fieldwork fieldwork, Messages texts, string? labels)
    {
        var cells = new CellTexts(submissions);
        return [.. Entries.Select(e => new LogRow(Row(e, submissions.Main, cells, fieldwork, texts, labels), e.Question))];
    }

    private static string[] Row(CleaningLogEntry entry, Table main, CellTexts cells, Fieldwork fieldwork, Messages texts, string? labels)
    {
        var finding = entry.Finding;
        var known = entry.Row >= 0;
        return
        [
            entry.EntryId,
            finding.SubmissionId!,
            finding.Table?.Split('/')[^1] ?? "",
            finding.RowPath ?? "",
            finding.Question!,
            entry.Question?.Label.InOrFirst(labels) ?? "",
            entry.Findings.Select(f => f.Value).FirstOrDefault(v => v is not null) ?? cells.TextOf(finding, entry.Row) ?? "",
            "",
            "",
            string.Join("; ", entry.Findings.Select(f => texts.Text(f.MessageKey, "message", f.Arguments, showValues: true)).Distinct(StringComparer.Ordinal)),
            string.Join(Joint, entry.Findings.Select(f => f.Check.Code).Distinct(StringComparer.Ordinal)),
            string.Join(Joint, entry.FindingIds),
            entry.Group ?? "",
            "",
            "",
            "",
            "",
            "",
            known ? fieldwork.EnumeratorOf(main, entry.Row) : "",
            known ? Fieldwork.DateOf(main, entry.Row) : "",
            known ? fieldwork.SiteOf(main, entry.Row) : "",
            "pending",
        ];
    }

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var n = 2; !taken.Add(free); n++) free = $"{id}-{n.ToString(CultureInfo.InvariantCulture)}";
        return free;
    }
}
