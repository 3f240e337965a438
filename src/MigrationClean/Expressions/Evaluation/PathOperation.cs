using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>Walks a path. One node at a time as long as there is only one, which takes no list.</summary>
/// <remarks>Source: xpath §2 and §3.</remarks>
internal sealed class PathOperation(Expression source, Operation? start, bool isAbsolute, ImmutableArray<CompiledStep> steps) : Operation(source)
{
    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => [.. (start is null ? [] : new[] { start }).Concat(steps.SelectMany(s => s.Predicates))];

    /// <summary>What it starts from: a call or a bracket; <see langword="null"/> for the context node or the document.</summary>
    public Operation? Start => start;

    /// <summary>Whether it starts at the document.</summary>
    public bool IsAbsolute => isAbsolute;

    /// <summary>Its steps.</summary>
    public ImmutableArray<CompiledStep> Steps => steps;

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        if (start is not null)
        {
            var from = start.Evaluate(context);
            if (from.IsFailure) return from;
            if (!from.IsNodes) return Value.Fail("nodes-wanted", start.Position);
            return from.Kind == ValueKind.Node ? Walk(from.Node, 0, context) : WalkAll(from.Nodes, 0, context);
        }

        if (!isAbsolute) return Walk(context.Item, 0, context);
        if (context.Item.Instance is null) return Value.NoNodes;
        var at = context.Item.Instance.KeepsAbsolutePaths ? context.Item : context.Current;
        var document = at.Instance.DocumentOf(at);
        return context.IsJavaRosa ? WalkBound(document, context) : Walk(document, 0, context);
    }

    /// <summary>
    /// JavaRosa: as long as the names of the path are those of the way down to the context node, the path goes through the context's own
    /// iterations; it stops at the first other name, and a step with a predicate is not bound.
    /// </summary>
    private Value WalkBound(in Node document, EvaluationContext context)
    {
        var item = context.Item.Instance == document.Instance ? context.Item : context.Current;
        var way = context.Rent();
        for (var (at, more) = (item, true); more; more = at.Instance.TryGetParent(at, out at)) way.Add(at);
        var (node, step) = (document, 0);
        while (step < steps.Length && step + 1 < way.Count && steps[step].IsPlainChild && steps[step].Name == way[^(step + 2)].Name)
            node = way[^(++step + 1)];
        context.Return(way);
        return Walk(node, step, context);
    }

    private Value Walk(Node node, int first, EvaluationContext context)
    {
        if (node.Instance is null) return Value.NoNodes;
        for (var i = first; i < steps.Length; i++)
        {
            var step = steps[i];
            if (!step.HasPredicates && step.Axis == Axis.Self && step.Test == NodeTest.AnyNode) continue;
            if (!step.HasPredicates && step.Axis == Axis.Parent && step.Test == NodeTest.AnyNode)
            {
                if (!node.Instance.TryGetParent(node, out node)) return Value.NoNodes;
                continue;
            }

            if (!step.IsPlainChild) return WalkFrom(node, i, context);
            if (node.Instance.UnreadableChildren(node, step.Name) is { } unreadable) return unreadable;
            var count = node.Instance.TryGetOnlyChild(node, step.Name, out var child);
            if (count == 0) return Value.NoNodes;
            if (count > 1) return WalkFrom(node, i, context);
            node = child;
            if (context.IsJavaRosa && !node.Instance.IsRelevant(node, context)) return Value.NoNodes;
        }

        return Value.Of(node);
    }

    private Value WalkFrom(in Node node, int first, EvaluationContext context)
    {
        var nodes = context.Rent();
        nodes.Add(node);
        return WalkOn(nodes, first, context);
    }

    private Value WalkAll(IReadOnlyList<Node> from, int first, EvaluationContext context)
    {
        var nodes = context.Rent();
        nodes.AddRange(from);
        return WalkOn(nodes, first, context);
    }

    private Value WalkOn(List<Node> nodes, int first, EvaluationContext context)
    {
        try
        {
            for (var i = first; i < steps.Length && nodes.Count > 0; i++)
            {
                if (steps[i].Take(nodes, context) is { } failure) return failure;
            }

            return Value.Of(nodes);
        }
        finally
        {
            context.Return(nodes);
        }
    }
}
