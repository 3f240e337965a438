using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary><c>(…)[1]</c>: predicates over a whole node-set. Neither engine has it; it means what XPath says.</summary>
internal sealed class FilteredOperation(Expression source, Operation primary, ImmutableArray<Operation> predicates) : Operation(source)
{
    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [primary, .. predicates];

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        var value = primary.Evaluate(context);
        if (value.IsFailure) return value;
        if (!value.IsNodes) return Value.Fail("nodes-wanted", primary.Position);
        var nodes = value.Nodes.ToList();
        if (!context.Visit(nodes.Count)) return Value.Fail(new ExpressionError("EXPR-05/nodes", Position));
        foreach (var predicate in predicates)
            if (Filter.Keep(predicate, nodes, context) is { } failure) return failure;
        return Value.Of(nodes);
    }
}
