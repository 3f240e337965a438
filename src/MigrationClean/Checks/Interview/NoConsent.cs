using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Interview;

/// <summary>The respondent did not consent, or the consent question has no answer.</summary>
/// <remarks>
/// No fault of the interview: the submission is left out of every release. Answers behind a refusal are an error of data protection,
/// except those that the form itself asks of who refuses. Source: cleaning §4.3.
/// </remarks>
internal sealed partial class NoConsent : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("CON-01", "no-consent");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var (main, consent) = (context.Submissions.Main, context.Consent);
        if (consent.Question is not { } question)
        {
            if (!consent.IsNotNeeded && main.RowCount > 0) context.NotJudged(Id, null, "no-consent-question", main.RowCount);
            yield break;
        }

        var column = main.AnswersOf(question)!;
        for (var row = 0; row < main.RowCount; row++)
        {
            if (consent.Verdicts[row] == ConsentVerdict.Given) continue;
            yield return context.At(this, main, row, column, new FindingArgument("question", question.Name)) with
            {
                Variant = consent.Verdicts[row] == ConsentVerdict.Blank ? "blank" : null,
            };
        }

        foreach (var finding in AnswersAfterRefusal(context, question)) yield return finding;
    }

    private IEnumerable<Finding> AnswersAfterRefusal(CheckContext context, Question consentQuestion)
    {
        var verdicts = context.Consent.Verdicts;
        if (!verdicts.Contains(ConsentVerdict.Refused)) return [];

        var refused = new SortedDictionary<int, (int Answers, Table Table, int Row, TableColumn First)>();
        var order = context.Submissions.Forms.SelectMany(f => f.Questions).Select((q, i) => (q, i)).ToFrozenDictionary(x => x.q, x => x.i);
        foreach (var table in context.Submissions.Tables)
        {
            bool IsRefused(int row) => table.RootRow(row) is >= 0 and var root && verdicts[root] == ConsentVerdict.Refused;
            var rows = Enumerable.Range(0, table.RowCount).Where(IsRefused).ToList();
            foreach (var column in table.Columns.Where(c => IsAfter(c, consentQuestion, context)).OrderBy(c => order[c.Question!]))
                foreach (var row in rows)
                {
                    var root = table.RootRow(row);
                    if (context.IsBlank(column.Value.Utf8(column.Value.CodeAt(row)))) continue;
                    if (column.Value.TextAt(row) == column.Question!.Default) continue;
                    refused.TryAdd(root, (0, table, row, column));
                    refused[root] = refused[root] with { Answers = refused[root].Answers + 1 };
                }
        }

        return refused.Values.Select(r => context.At(
            this,
            r.Table,
            r.Row,
            r.First,
            new("question", consentQuestion.Name),
            new FindingArgument("n", r.Answers.ToString(CultureInfo.InvariantCulture))) with
        {
            Variant = "answers-after-refusal",
            Severity = Severity.Error,
            Value = null,
        });
    }

    /// <summary>
    /// Whether a column holds answers of a person to a question behind the consent question that is not meant for who refuses.
    /// </summary>
    private static bool IsAfter(TableColumn column, Question consent, CheckContext context)
    {
        if (column is not { Role: ColumnRole.Answer, Question: { HoldsAnswer: true } question }) return false;
        if (question.Type is QuestionType.Calculate or QuestionType.Hidden || question.Calculation is not null) return false;
        return context.Submissions.Forms.Any(form =>
        {
            var own = form.Questions.FirstOrDefault(q => q == question || column.ByForm.Contains(q));
            var asks = form.Questions.FirstOrDefault(q => q.Path == consent.Path);
            return own is not null && asks is not null && form.Questions.IndexOf(own) > form.Questions.IndexOf(asks)
                && !own.Ancestors.Append<FormNode>(own).Any(node => IsForRefusal(node.Relevant, context.Consent));
        });
    }

    private static bool IsForRefusal(FormExpression? relevant, Consent consent)
    {
        if (relevant is null) return false;
        foreach (Match match in Comparison.Matches(relevant.Text))
        {
            if (match.Groups["name"].Value != consent.Question!.Name) continue;
            var accepts = consent.Accepted.Contains(match.Groups["value"].Value);
            if (accepts == (match.Groups["not"].Length > 0)) return true;
        }

        return false;
    }

    [GeneratedRegex(
        @"\$\{\s*(?<name>[^}\s]+)\s*\}\s*(?<not>!?)=\s*['""](?<value>[^'""]*)['""]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comparison { get; }
}
