using System.Globalization;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Outliers;

/// <summary>A limit of a question: a number, or an expression that gives one in each row.</summary>
internal sealed class RowLimit
{
    private readonly double _number;
    private readonly RowAnswers? _answers;
    private bool[]? _unknown;

    private RowLimit(string name, double number, RowAnswers? answers) => (Name, _number, _answers) = (name, number, answers);

    /// <summary>The setting or column that holds it.</summary>
    public string Name { get; }

    /// <summary>The expressions among the limits of all questions, to be evaluated in one pass.</summary>
    /// <exception cref="InputException"><c>settings/expression</c>: one of the settings does not fit the forms.</exception>
    public static IEnumerable<RowExpression> Expressions(CheckContext context, CheckId check, ParameterValues values)
    {
        foreach (var question in context.Submissions.Forms.SelectMany(f => f.Questions).Where(q => q.HoldsAnswer && values.Questions.Takes(q)))
            foreach (var limit in QuestionLimits.Of(question, values).Where(l => l.Number is null))
            {
                if (context.Expressions.NumberAt(question, limit.Text, out var faults) is { } expression) yield return expression;
                else if (limit.IsSetting && faults is [var fault, ..]) throw WhereConditions.Mistake($"{check.Code}: {limit.Name}", fault, context.Settings.Reader);
            }
    }

    /// <summary>The limits of a question that can be used; of the others is said why not.</summary>
    public static List<RowLimit> Of(CheckContext context, CheckId check, AskedColumn column, ParameterValues values)
    {
        var limits = new List<RowLimit>();
        foreach (var limit in QuestionLimits.Of(column.Question, values))
        {
            if (limit.Number is { } number) limits.Add(new(limit.Name, number, null));
            else if (context.Expressions.NumberAt(column.Question, limit.Text, out var faults) is { } expression)
                limits.Add(new(limit.Name, double.NaN, context.Expressions.AnswersTo(expression)));
            else if (faults is [var fault, ..])
            {
                var text = Messages.For(context.Settings.Reader).Text(fault.Key, "message", fault.Arguments);
                var place = (fault.Position + 1).ToString(CultureInfo.InvariantCulture);
                context.NotJudged(check, column.Question.Name, "limit-expression", column.Table.RowCount, new("what", limit.Name), new("place", place), new("text", text));
            }
        }

        return limits;
    }

    /// <summary>The limit for a row of the question's table; NaN where it cannot be told, which is remembered.</summary>
    public double At(int row)
    {
        if (_answers is null) return _number;
        var number = _answers.NumberAt(row);
        if (double.IsNaN(number)) (_unknown ??= new bool[_answers.RowCount])[row] = true;
        return number;
    }

    /// <summary>Says of how many rows it could not be told, and why.</summary>
    public void TellUnknown(CheckContext context, CheckId check, Question question)
    {
        if (_unknown is not null) _answers!.TellNotJudged(context, check, question.Name, _unknown, ofBlank: "limit-blank");
    }
}
