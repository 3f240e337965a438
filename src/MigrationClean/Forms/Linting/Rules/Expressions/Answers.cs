using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>What rules ask of expressions and the questions in them.</summary>
internal static class Answers
{
    private static readonly ImmutableArray<string> DateFunctions = ["today", "now", "date", "date-time"];

    /// <summary>The comparisons of an expression.</summary>
    public static IEnumerable<(ExpressionPart Part, Expression.Binary Written)> Comparisons(ParsedExpression expression)
    {
        foreach (var part in expression.Parts)
            if (part.Written is Expression.Binary { Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" } binary) yield return (part, binary);
    }

    /// <summary>The operations on numbers of an expression.</summary>
    public static IEnumerable<(ExpressionPart Part, Expression.Binary Written)> Arithmetic(ParsedExpression expression)
    {
        foreach (var part in expression.Parts)
            if (part.Written is Expression.Binary { Operator: "+" or "-" or "*" or "div" or "mod" } binary) yield return (part, binary);
    }

    /// <summary>A comparison of a question with something else, either way round.</summary>
    public static IEnumerable<(Question Question, ExpressionPart Part, Expression Other, string Operator)> ComparedQuestions(ParsedExpression expression)
    {
        foreach (var part in expression.Parts)
        {
            if (part.Question is not { } question || part.Above?.Written is not Expression.Binary above) continue;
            if (above.Operator is not ("=" or "!=" or "<" or "<=" or ">" or ">=")) continue;
            yield return (question, part, ReferenceEquals(above.Left, part.Written) ? above.Right : above.Left, above.Operator);
        }
    }

    /// <summary>Whether somebody must answer, as long as it is asked.</summary>
    public static bool IsAnswered(Question question) =>
        !question.HoldsAnswer || question.Type is QuestionType.Calculate or QuestionType.Hidden || question.Calculation is not null || question.Default is not null
        || CellText.IsYes(question.Row?["required"]);

    /// <summary>Whether an expression makes sure itself that a question is answered: it compares it with the empty text or asks for its length.</summary>
    public static bool IsGuarded(ParsedExpression expression, Question question)
    {
        if (HasGuard(expression, question)) return true;
        return expression.Column != "relevant" && expression.Node is { } node && Relevances(node).Any(text => text.Contains($"${{{question.Name}}}", StringComparison.Ordinal));
    }

    /// <summary>Whether a value is a date or a time on its face.</summary>
    public static bool IsDate(ExpressionPart part) => part.Written is Expression.Call call
        ? DateFunctions.Contains(call.Name)
        : part.Question is { Type: QuestionType.Date or QuestionType.DateTime or QuestionType.Start or QuestionType.End or QuestionType.Today };

    /// <summary>The parts directly below a part.</summary>
    public static IEnumerable<ExpressionPart> Below(ParsedExpression expression, ExpressionPart part) => expression.Parts.Where(p => ReferenceEquals(p.Above, part));

    private static bool HasGuard(ParsedExpression expression, Question question)
    {
        foreach (var (compared, _, other, _) in ComparedQuestions(expression))
            if (compared == question && other is Expression.Literal { Text: "" }) return true;
        return expression.Parts.Any(p => p.Target == question && p.IsIn("string-length", "coalesce", "boolean", "count-selected", "count-non-empty"));
    }

    private static IEnumerable<string> Relevances(FormNode node) =>
        node.Ancestors.Append(node).Select(n => n.Relevant?.Text).OfType<string>();
}
