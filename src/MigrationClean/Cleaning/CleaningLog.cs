using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>A line of the cleaning log that is still to be decided.</summary>
/// <param name="Finding">Why it is there.</param>
/// <param name="Question">The question, where the form has it.</param>
/// <param name="EntryId">Id of the line: the finding's and the question.</param>
/// <param name="FindingId">Id of the finding.</param>
/// <param name="Row">Row of the main table, −1 where the submission is not known.</param>
internal sealed record CleaningLogEntry(Finding Finding, Question? Question, string EntryId, string FindingId, int Row);

/// <summary>The cleaning log as a run leaves it: one pending line for each finding about an answer, ready to be decided by a person (cleaning §5.1).</summary>
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

    private CleaningLog(ImmutableArray<CleaningLogEntry> entries) => Entries = entries;

    /// <summary>The lines, in the order of the findings.</summary>
    public ImmutableArray<CleaningLogEntry> Entries { get; }

    /// <summary>A log of the findings of warning or worse that name an answer.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="findings">The findings in report order.</param>
    /// <param name="removals">Submissions without consent get no lines: they are not in the output.</param>
    /// <param name="findingId">The id of a finding.</param>
    public static CleaningLog Of(
        SubmissionSet submissions, IEnumerable<Finding> findings, IEnumerable<Removal> removals, Func<Finding, string> findingId)
    {
        var rows = Fieldwork.RowsOf(submissions.Main);
        var refused = removals.Where(r => r.Reason != RemovalReason.Duplicate).Select(r => r.SubmissionId).ToHashSet(StringComparer.Ordinal);
        var questions = submissions.Forms.SelectMany(f => f.Questions).ToLookup(q => q.Name, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var entries = ImmutableArray.CreateBuilder<CleaningLogEntry>();
        foreach (var finding in findings)
        {
            if (finding.Severity < Severity.Warning || finding.SubmissionId is null || finding.Question is null || refused.Contains(finding.SubmissionId)) continue;
            var question = questions[finding.Question].FirstOrDefault(q => q.Repeat?.Path == finding.Table) ?? questions[finding.Question].FirstOrDefault();
            var id = findingId(finding);
            var entryId = Free($"{id}-{finding.Question}", taken);
            entries.Add(new(finding, question, entryId, id, rows.GetValueOrDefault(finding.SubmissionId, -1)));
        }

        return new(entries.ToImmutable());
    }

    /// <summary>The lines as texts, one for each of <see cref="Columns"/>.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="fieldwork">Names of the columns that tell enumerator and site.</param>
    /// <param name="texts">Messages in the reader's language.</param>
    /// <param name="labels">Language of the labels; <see langword="null"/> = the form's first.</param>
    public IReadOnlyList<string[]> Rows(SubmissionSet submissions, Fieldwork fieldwork, Messages texts, string? labels) =>
        [.. Entries.Select(e => Row(e, submissions.Main, fieldwork, texts, labels))];

    private static string[] Row(CleaningLogEntry entry, Table main, Fieldwork fieldwork, Messages texts, string? labels)
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
            finding.Value ?? "",
            "",
            "",
            texts.Text(finding.MessageKey, "message", finding.Arguments, showValues: true),
            finding.Check.Code,
            entry.FindingId,
            finding.Group ?? "",
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
