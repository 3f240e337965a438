using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>A step with its predicates compiled.</summary>
internal sealed class CompiledStep(PathStep source, ImmutableArray<Operation> predicates, ListKey? key)
{
    /// <summary>Its direction.</summary>
    public Axis Axis => source.Axis;

    /// <summary>What it looks for.</summary>
    public NodeTest Test => source.Test;

    /// <summary>The name that it looks for.</summary>
    public string Name => source.Name;

    /// <summary>The predicates in order.</summary>
    public ImmutableArray<Operation> Predicates => predicates;

    /// <summary>Whether it has a predicate.</summary>
    public bool HasPredicates => !predicates.IsEmpty;

    /// <summary>Whether it is a name alone: children without a condition.</summary>
    public bool IsPlainChild => source.Axis == Axis.Child && source.Test == NodeTest.Name && predicates.IsEmpty;

    /// <summary>Replaces nodes by those that the step leads to, in document order.</summary>
    /// <returns>A failure of a predicate, or <see langword="null"/>.</returns>
    public Value? Take(List<Node> nodes, EvaluationContext context)
    {
        var (found, candidates) = (context.Rent(), context.Rent());
        try
        {
            var unsorted = nodes.Count > 1 && source.Axis is not (Axis.Child or Axis.Self or Axis.Attribute);
            foreach (var node in nodes)
            {
                candidates.Clear();
                if (Collect(node, candidates, context) is { } unreadable) return unreadable;
                if (!context.Visit(candidates.Count + 1)) return TooMany;
                if (context.IsJavaRosa) candidates.RemoveAll(n => !n.Instance.IsRelevant(n, context));
                foreach (var predicate in predicates)
                    if (Filter.Keep(predicate, candidates, context) is { } failure) return failure;
                found.AddRange(candidates);
            }

            nodes.Clear();
            if (unsorted || source.Axis is Axis.Ancestor or Axis.AncestorOrSelf or Axis.PrecedingSibling or Axis.Preceding) nodes.AddRange(NodeOrder.Sorted(found));
            else nodes.AddRange(found);
            return null;
        }
        finally
        {
            context.Return(found);
            context.Return(candidates);
        }
    }

    /// <summary>Adds the nodes of the axis that pass the test, nearest first on the axes that go back.</summary>
    private Value? Collect(in Node node, List<Node> into, EvaluationContext context)
    {
        var instance = node.Instance;
        if (source.Axis is Axis.Child && instance.UnreadableChildren(node, source.Test == NodeTest.Name ? source.Name : null) is { } unreadable) return unreadable;
        switch (source.Axis)
        {
            case Axis.Child when source.Test == NodeTest.Name:
                if (key is not null && key.Find(node, source.Name, context) is { } rows) into.AddRange(rows);
                else instance.AddChildren(node, source.Name, into);
                return null;
            case Axis.Attribute:
                instance.AddAttributes(node, source.Test == NodeTest.Name ? source.Name : null, into);
                return null;
            default:
                Axes.Add(node, source.Axis, into);
                var visited = into.Count;
                if (source.Test != NodeTest.AnyNode) into.RemoveAll(n => !Passes(n));
                return context.Visit(visited) ? null : TooMany;
        }
    }

    private Value TooMany => Value.Fail(new ExpressionError("EXPR-05/nodes", source.Position));

    private bool Passes(in Node node) => source.Test switch
    {
        NodeTest.Name => node.Instance.KindOf(node) == NodeKind.Element && node.Name == source.Name,
        NodeTest.AnyName => node.Instance.KindOf(node) == NodeKind.Element,
        NodeTest.Text => node.Instance.KindOf(node) == NodeKind.Text,
        NodeTest.Comment => false,
        _ => true,
    };
}
