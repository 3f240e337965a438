using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>A required question was asked and has no answer.</summary>
/// <remarks>
/// Looked at in consented interviews alone, since a refusal ends the form. A blank cell is judged where the question is always asked and
/// always required; elsewhere it is counted as not judged. Source: xlsform §9, cleaning §4.2.
/// </remarks>
internal sealed class RequiredMissing : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-02", "required-missing");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var findings = new List<Finding>();
        var notJudged = new Dictionary<(string Path, string Reason), (string Question, int Rows)>();
        for (var form = 0; form < context.Submissions.Forms.Length; form++)
        {
            var asked = new Dictionary<string, bool[]>(StringComparer.Ordinal);
            foreach (var question in context.Submissions.Forms[form].Questions.Where(CanBeRequired))
            {
                var table = context.Submissions.Find(question.Repeat?.Path);
                var key = table?.Path ?? "";
                if (!asked.TryGetValue(key, out var rows)) asked.Add(key, rows = AskedRows(context, table ?? context.Submissions.Main, form));
                var unjudged = Judge(context, question, table, rows, findings);
                if (unjudged.Rows == 0) continue;
                notJudged.TryGetValue((question.Path, unjudged.Reason), out var before);
                notJudged[(question.Path, unjudged.Reason)] = (question.Name, before.Rows + unjudged.Rows);
            }
        }

        foreach (var ((_, reason), (question, rows)) in notJudged.OrderBy(n => n.Key)) context.NotJudged(Id, question, reason, rows);
        return findings;
    }

    private static bool CanBeRequired(Question question) =>
        question.Required is { Text: var text } && text.Trim() != "false()" && question.HoldsAnswer
        && question.Type is not (QuestionType.Calculate or QuestionType.Hidden or QuestionType.Unknown)
        && question.Type is not (QuestionType.BackgroundGeopoint or QuestionType.BackgroundAudio);

    /// <summary>The rows of a table whose submission has this form version and consent.</summary>
    private static bool[] AskedRows(CheckContext context, Table table, int form)
    {
        var (main, consent) = (context.Submissions.Main, context.Consent);
        var rows = new bool[table.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            var root = table.RootRow(row);
            rows[row] = root >= 0
                && (main.FormOfRow.IsEmpty ? 0 : main.FormOfRow[root]) == form
                && (consent.Question is null || consent.Passes(root));
        }

        return rows;
    }

    private (string Reason, int Rows) Judge(CheckContext context, Question question, Table? table, bool[] asked, List<Finding> findings)
    {
        var column = table?.AnswersOf(question);
        var chosen = table is null || column is not null ? [] : table.ChosenColumnsOf(question);
        if (table is null || (column is null && chosen.IsEmpty)) return ("not-exported", asked.Count(a => a));

        var blank = column is not null ? BlankRows(context, column) : NothingChosen(chosen, table.RowCount);
        blank.RemoveAll(row => !asked[row]);
        if (question.Required!.Text.Trim() != "true()") return ("required-expression", blank.Count);
        if (question.IsConditional) return ("relevance", blank.Count);

        var name = new FindingArgument("question", question.Name);
        foreach (var row in blank) findings.Add(context.At(this, table, row, column ?? chosen[0], name) with { Value = null });
        return ("", 0);
    }

    private static List<int> BlankRows(CheckContext context, TableColumn column)
    {
        var isBlank = new bool[column.Value.ValueCount];
        for (var code = 0; code < isBlank.Length; code++) isBlank[code] = context.IsBlank(column.Value.Utf8(code));
        var codes = column.Value.CodesOfAllRows();
        var rows = new List<int>();
        for (var row = 0; row < codes.Length; row++)
            if (isBlank[codes[row]]) rows.Add(row);
        return rows;
    }

    // Where a choice has a column of its own and nothing else, an answer is a row with a 1 in one of them.
    private static List<int> NothingChosen(IReadOnlyList<TableColumn> chosen, int rows)
    {
        var answered = new bool[rows];
        foreach (var column in chosen)
        {
            var codes = column.Value.CodesOfAllRows();
            for (var row = 0; row < rows; row++) answered[row] |= column.Value.Utf8(codes[row]).SequenceEqual("1"u8);
        }

        return [.. Enumerable.Range(0, rows).Where(row => !answered[row])];
    }
}
