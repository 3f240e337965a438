using System.Collections.Immutable;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Interview;

/// <summary>The respondent does not belong to whom the survey is about: too young, of another area, of another group.</summary>
/// <remarks>Who belongs is for the settings to say, as XPath that is true for who does not. Source: cleaning §4.3.</remarks>
internal sealed class OutsidePopulation : SubmissionCheck
{
    private const string Rules = "rules";

    /// <inheritdoc/>
    public override CheckId Id => new("CON-02", "outside-population");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Rules, ParameterKind.Texts)];

    /// <inheritdoc/>
    public override IEnumerable<RowExpression> Asks(CheckContext context) => context.Expressions.Of(this, Rules);

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var rule in context.Expressions.Of(this, Rules))
        {
            if (context.Submissions.Find(rule.Table) is not { } table) continue;
            var answers = context.Expressions.AnswersTo(rule);
            var column = rule.Questions.Select(table.AnswersOf).FirstOrDefault(c => c is not null);
            for (var row = 0; row < table.RowCount; row++)
                if (answers.IsTrue(row)) yield return context.At(this, table, row, column, new FindingArgument("rule", rule.Text));

            answers.TellNotJudged(context, Id, column?.Question?.Name);
        }
    }
}
