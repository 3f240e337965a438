using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>
/// The first predicate of a step where it is <c>column = value</c> and the value does not depend on the candidate: the rows of a list are then
/// looked up instead of looked through. The predicate is still evaluated on what is found.
/// </summary>
internal sealed class ListKey(string column, Operation value)
{
    /// <summary>The key of a predicate, or <see langword="null"/> if it has none.</summary>
    public static ListKey? Of(Expression predicate, Func<Expression, Operation> compile)
    {
        // A rank counts all rows, not those that were looked up.
        if (predicate.All.Any(part => part is Expression.Call { Name: "position" or "last" })) return null;
        if (predicate is Expression.Binary { Operator: "and" } both) return Of(both.Left, compile) ?? Of(both.Right, compile);
        if (predicate is not Expression.Binary { Operator: "=" } equality) return null;
        if (ColumnOf(equality.Left) is { } left && IsFixed(equality.Right)) return new(left, compile(equality.Right));
        return ColumnOf(equality.Right) is { } right && IsFixed(equality.Left) ? new(right, compile(equality.Left)) : null;
    }

    /// <summary>The rows that can match; <see langword="null"/> = look at all.</summary>
    public IReadOnlyList<Node>? Find(in Node parent, string element, EvaluationContext context)
    {
        if (!parent.Instance.HasIndex) return null;

        // As inside the predicate, where an absolute path stands at the question.
        var item = context.Item;
        context.Item = context.Current;
        var sought = value.Evaluate(context);
        context.Item = item;
        if (sought.Kind == ValueKind.Node) sought = Conversion.OfNode(sought.Node, context);

        // Only texts are compared as texts; in a browser those that look like dates are not.
        if (sought.Kind != ValueKind.Text || (!context.IsJavaRosa && Dates.LooksLikeDate(sought.Text))) return null;
        return parent.Instance.Find(parent, element, column, sought.Text);
    }

    private static string? ColumnOf(Expression side) =>
        side is Expression.Path { Start: null, IsAbsolute: false, Steps: [{ Axis: Axis.Child, Test: NodeTest.Name, Predicates.IsEmpty: true } step] } ? step.Name : null;

    private static bool IsFixed(Expression side) => side switch
    {
        Expression.Literal or Expression.Number => true,
        Expression.Path { IsAbsolute: true } path => path.Steps.All(s => s.Predicates.IsEmpty),
        Expression.Path { Start: Expression.Call { Name: "current" } } path => path.Steps.All(s => s.Predicates.IsEmpty),
        _ => false,
    };
}
