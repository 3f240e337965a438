using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Checks.Logic;

/// <summary>The common constraints in words: a variant of FORM-03's text with the bounds in its places.</summary>
internal static class ConstraintWords
{
    /// <summary>The variant and its arguments; <c>expression</c> shows the rule as written.</summary>
    public static (string Variant, ImmutableArray<FindingArgument> Arguments) Of(BoundExpression rule)
    {
        FindingArgument written = new("expression", rule.Written.Text);
        if (Bound(rule.Tree!) is { } single) return ($"{single.Word}", [written, new("bound", single.Bound)]);
        if (rule.Tree is Expression.Binary { Operator: "and" } both && Bound(both.Left) is { } a && Bound(both.Right) is { } b)
        {
            var (low, high) = a.Word.EndsWith("least", StringComparison.Ordinal) ? (a, b) : (b, a);
            if (low.Word == "at-least" && high.Word == "at-most") return ("between", [written, new("low", low.Bound), new("high", high.Bound)]);
            if (low.Word == "length-at-least" && high.Word == "length-at-most") return ("length-between", [written, new("low", low.Bound), new("high", high.Bound)]);
        }

        return ("expression", [written]);
    }

    /// <summary><c>. &gt;= 18</c>, <c>string-length(.) &lt;= 5</c>, and the same the other way round.</summary>
    private static (string Word, string Bound)? Bound(Expression tree)
    {
        if (tree is not Expression.Binary comparison) return null;
        if (Subject(comparison.Left) is { } left && BoundText(comparison.Right) is { } right && Word(comparison.Operator) is { } word) return (left + word, right);
        return Subject(comparison.Right) is { } mirrored && BoundText(comparison.Left) is { } bound && Word(Mirror(comparison.Operator)) is { } turned
            ? (mirrored + turned, bound)
            : null;
    }

    private static string? Subject(Expression side) => side switch
    {
        Expression.Path { Start: null, IsAbsolute: false, Steps: [{ Axis: Axis.Self, Predicates.IsEmpty: true }] } => "",
        Expression.Call { Name: "string-length", Arguments: [Expression.Path { Start: null, IsAbsolute: false, Steps: [{ Axis: Axis.Self }] }] } => "length-",
        _ => null,
    };

    private static string? BoundText(Expression side) => side switch
    {
        Expression.Number number => NumberText.Print(number.Value, Dialect.Enketo),
        Expression.Negation { Operand: Expression.Number negative } => NumberText.Print(-negative.Value, Dialect.Enketo),
        Expression.Call { Name: "date", Arguments: [Expression.Literal date] } => date.Text,
        _ => null,
    };

    private static string? Word(string comparison) => comparison switch
    {
        ">=" => "at-least",
        "<=" => "at-most",
        ">" => "more-than",
        "<" => "less-than",
        _ => null,
    };

    private static string Mirror(string comparison) => comparison switch { ">=" => "<=", "<=" => ">=", ">" => "<", "<" => ">", _ => comparison };
}
