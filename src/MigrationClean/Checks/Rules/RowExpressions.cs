using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Rules;

/// <summary>
/// The expressions that people wrote, as checks ask about them: bound once, and all that were asked for evaluated together in one pass, beside
/// the form's own logic where that is judged too.
/// </summary>
internal sealed class RowExpressions(CheckContext context)
{
    private readonly RowQueue _queue = new(context.Submissions);
    private readonly Dictionary<(string Check, string Parameter), ImmutableArray<RowExpression>> _bound = [];
    private readonly Dictionary<(string Path, string Text), (RowExpression? Expression, ImmutableArray<ExpressionError> Faults)> _numbers = [];

    /// <summary>Has an expression evaluated in the next pass over the submissions: with the form's logic, if that has not been run.</summary>
    public void Ask(RowExpression expression) => _queue.Add(expression);

    /// <summary>What an expression gives at each row of its table. All that were asked before are evaluated together.</summary>
    public RowAnswers AnswersTo(RowExpression expression)
    {
        var answers = _queue.Add(expression);
        if (_queue.IsWaiting && context.NeedsLogic) _ = context.Logic;
        if (_queue.IsWaiting) LogicResults.Of(context, Take(), judges: false);
        return answers;
    }

    /// <summary>Takes all that wait for a pass over the submissions.</summary>
    public IReadOnlyList<RowAnswers> Take() => _queue.Take();

    /// <summary>Rows of a table where a condition is true: by the row itself, or by the row around it that the condition is about.</summary>
    public bool[] MaskOf(RowExpression condition, Table table)
    {
        var answers = AnswersTo(condition);
        var mask = new bool[table.RowCount];
        var about = context.Submissions.Find(condition.Table);
        for (var row = 0; row < mask.Length; row++)
        {
            var (place, at) = (table, row);
            while (at >= 0 && place != about && place.Parent is not null) (place, at) = (place.Parent, place.ParentRows[at]);
            mask[row] = at >= 0 && place == about && answers.IsTrue(at);
        }

        return mask;
    }

    /// <summary>The expressions of a parameter, bound to the rows where their questions are; the same objects whenever they are asked for.</summary>
    /// <exception cref="InputException"><c>settings/expression</c>: all that do not fit the forms.</exception>
    public ImmutableArray<RowExpression> Of(Check check, string parameter)
    {
        if (_bound.TryGetValue((check.Id.Code, parameter), out var known)) return known;
        var (bound, mistakes) = (ImmutableArray.CreateBuilder<RowExpression>(), new List<InputException>());
        foreach (var text in context.Of(check).Texts(parameter))
        {
            if (RowExpression.AtRows(context.Submissions.Forms, text, null, isNumber: false, out var faults) is { } expression) bound.Add(expression);
            mistakes.AddRange(faults.Select(f => WhereConditions.Mistake($"{check.Id.Code}: {parameter}", f, context.Settings.Reader)));
        }

        if (mistakes is [var first, ..]) throw new InputException(first.Key, null, first.Arguments) { Others = [.. mistakes.Skip(1)] };
        return _bound[(check.Id.Code, parameter)] = bound.ToImmutable();
    }

    /// <summary>An expression that gives a number at the rows of a question; the same object whenever it is asked for.</summary>
    /// <param name="question">The question: <c>.</c> is its answer.</param>
    /// <param name="text">The expression.</param>
    /// <param name="faults">What is wrong with it. Empty if it is bound.</param>
    /// <returns><see langword="null"/> if no form version has all that it needs.</returns>
    public RowExpression? NumberAt(Question question, string text, out ImmutableArray<ExpressionError> faults)
    {
        if (!_numbers.TryGetValue((question.Path, text), out var known))
        {
            known.Expression = RowExpression.AtQuestion(context.Submissions.Forms, text, question, isNumber: true, out known.Faults);
            _numbers.Add((question.Path, text), known);
        }

        faults = known.Faults;
        return known.Expression;
    }
}
