using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Rules;

/// <summary>A rule that the user wrote says that something is wrong: one finding for each of its questions, joined as one incident.</summary>
/// <remarks>Rows that a rule cannot decide are counted, and told where its table asks for it. Source: cleaning §2, §4.13.</remarks>
internal sealed class RuleBroken : SubmissionCheck
{
    private const string Undecided = "undecided";

    /// <inheritdoc/>
    public override CheckId Id => new(UserRule.Code, "rule-broken");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Fact;

    /// <inheritdoc/>
    public override IEnumerable<RowExpression> Asks(CheckContext context) =>
        context.Rules.SelectMany(r => r.Where is null ? [r.Expression] : new[] { r.Where, r.Expression });

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context) => context.Rules.SelectMany(rule => Judge(context, rule));

    private List<Finding> Judge(CheckContext context, UserRule rule)
    {
        if (context.Submissions.Find(rule.Expression.Table) is not { } table)
        {
            context.NotJudged(rule.Check, null, "repeat-not-exported", context.Submissions.Main.RowCount, new FindingArgument("what", rule.Expression.Table!));
            return [];
        }

        var (answers, where) = (context.Expressions.AnswersTo(rule.Expression), rule.Where is null ? null : context.Expressions.MaskOf(rule.Where, table));
        var (findings, cells) = (new List<Finding>(), new HashSet<(Table, int, Question)>());
        var message = MessageOf(rule, context);
        for (var row = 0; row < table.RowCount; row++)
        {
            if (where is not null && !where[row]) continue;
            var truth = answers[row];
            if (truth == RowTruth.True) findings.AddRange(Tell(context, rule, table, row, message, cells));
            else if (truth == RowTruth.Unknown && rule.Draft.ReportsUnknown) findings.AddRange(Tell(context, rule, table, row, message, cells).Select(f => f with { Variant = Undecided }));
        }

        answers.TellNotJudged(context, rule.Check, null, where);
        return findings;
    }

    private IEnumerable<Finding> Tell(CheckContext context, UserRule rule, Table table, int row, FindingArgument message, HashSet<(Table, int, Question)> cells)
    {
        var group = string.Join('/', ((string?[])[rule.Draft.Id, table.SubmissionIdOf(row) ?? $"{row}", table.RowPathOf(row)]).OfType<string>());
        var told = false;
        foreach (var question in rule.Questions)
        {
            if (CellOf(context.Submissions, table, row, question) is not var (place, at, column) || !cells.Add((place, at, question))) continue;
            told = true;
            yield return Found(place, at, column) with { Question = question.Name };
        }

        if (!told) yield return Found(table, row, null);

        Finding Found(Table place, int at, TableColumn? column) =>
            context.At(this, place, at, column, new("rule", rule.Draft.Id), message) with { Check = rule.Check, Severity = rule.Severity, Group = group };
    }

    /// <summary>The cell of a question at a row, or above it; <see langword="null"/> where there is none.</summary>
    private static (Table Table, int Row, TableColumn Column)? CellOf(SubmissionSet submissions, Table table, int row, Question question)
    {
        for (var (place, at) = (table, row); at >= 0; (place, at) = (place.Parent, place.ParentRows[at]))
        {
            if (place.Path == question.Repeat?.Path) return place.AnswersOf(question) is { } column ? (place, at, column) : null;
            if (place.Parent is null) return null;
        }

        return null;
    }

    /// <summary>The message in the reader's language, with labels of questions in its places.</summary>
    private static FindingArgument MessageOf(UserRule rule, CheckContext context)
    {
        var forms = context.Submissions.Forms;
        var message = rule.Draft.Message;
        var text = message.All.FirstOrDefault(t => t.Language is { } language && ReaderLabels.IsOf(language, context.Settings.Reader)).Text
            ?? message.InOrFirst(null) ?? rule.Draft.Written;
        return new("message", RuleBinding.Places.Replace(text, place =>
            forms.SelectMany(f => f.NodesNamed(place.Groups["name"].Value)).FirstOrDefault() is { } node ? context.Naming(node)[1].Value : place.Value));
    }
}
