using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Checks.Logic;

/// <summary>What a constraint says of a set of choices as far as the set alone decides: true, false, or unknown.</summary>
/// <param name="question">Name of the question whose constraint it is: <c>${name}</c> is <c>.</c> there.</param>
/// <param name="chosen">Names of the chosen choices.</param>
internal sealed class ChoiceTruth(string question, IReadOnlyList<string> chosen)
{
    private string Text => string.Join(' ', chosen);

    /// <summary>The verdict; <see langword="null"/> where it depends on anything else.</summary>
    public bool? Of(Expression part) => part switch
    {
        Expression.Binary { Operator: "and" } both => And(Of(both.Left), Of(both.Right)),
        Expression.Binary { Operator: "or" } either => !And(!Of(either.Left), !Of(either.Right)),
        Expression.Binary comparison => Compared(comparison),
        Expression.Call { Name: "not", Arguments: [var operand] } => !Of(operand),
        Expression.Call { Name: "boolean", Arguments: [var operand] } => Of(operand),
        Expression.Call { Name: "true" } => true,
        Expression.Call { Name: "false" } => false,
        Expression.Call { Name: "if", Arguments: [var condition, var then, var otherwise] } => If(Of(condition), Of(then), Of(otherwise)),
        Expression.Call { Name: "selected", Arguments: [var self, Expression.Literal name] } when IsSelf(self) => chosen.Contains(name.Text),
        _ => null,
    };

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a == true && b == true ? true : null;

    private static bool? If(bool? condition, bool? then, bool? otherwise) => condition switch
    {
        true => then,
        false => otherwise,
        null => then == otherwise ? then : null,
    };

    private bool? Compared(Expression.Binary comparison)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        if (Number(left) is { } a && Number(right) is { } b)
        {
            return comparison.Operator switch
            {
                "=" => a == b,
                "!=" => a != b,
                "<" => a < b,
                "<=" => a <= b,
                ">" => a > b,
                ">=" => a >= b,
                _ => null,
            };
        }

        if (comparison.Operator is not ("=" or "!=")) return null;
        var isEqual = Words(left) is { } x && Words(right) is { } y ? x == y : Of(left) is { } p && Of(right) is { } q ? p == q : (bool?)null;
        return comparison.Operator == "=" ? isEqual : !isEqual;
    }

    private double? Number(Expression side) => side switch
    {
        Expression.Number number => number.Value,
        Expression.Call { Name: "count-selected", Arguments: [var self] } when IsSelf(self) => chosen.Count,
        Expression.Call { Name: "string-length", Arguments: [var self] } when IsSelf(self) => Text.Length,
        _ => null,
    };

    private string? Words(Expression side) => side is Expression.Literal literal ? literal.Text : IsSelf(side) ? Text : null;

    private bool IsSelf(Expression part) => part switch
    {
        Expression.Reference { IsLastSaved: false } reference => reference.Name == question,
        Expression.Path { Start: null, IsAbsolute: false, Steps: [{ Axis: Axis.Self, Predicates.IsEmpty: true }] } => true,
        Expression.Path { Start: Expression.Reference { IsLastSaved: false } reference, Steps.IsEmpty: true } => reference.Name == question,
        _ => false,
    };
}
