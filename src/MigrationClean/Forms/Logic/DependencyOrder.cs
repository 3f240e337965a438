using System.Collections.Immutable;

namespace MigrationClean.Forms.Logic;

/// <summary>The order in which relevance and calculated values are found, and the rings that have none.</summary>
/// <remarks>
/// A node depends on its parent and on what its relevance and calculation read; constraint, choice_filter and required take no part in the
/// order, as nothing depends on them. A calculation may read its own stored value only through <c>once()</c>. Source: xlsform §9.
/// </remarks>
internal static class DependencyOrder
{
    /// <summary>Nodes in order, each after all that it depends on; rings are left in form order and named besides. O(nodes + reads).</summary>
    public static (ImmutableArray<FormNode> Order, ImmutableArray<ImmutableArray<FormNode>> Cycles) Of(FormLogic logic)
    {
        var order = ImmutableArray.CreateBuilder<FormNode>(logic.Form.Nodes.Length);
        var cycles = ImmutableArray.CreateBuilder<ImmutableArray<FormNode>>();
        var state = new Dictionary<FormNode, bool>();
        var inRing = new HashSet<FormNode>();

        // Own stack: a form may chain thousands of calculations.
        foreach (var start in logic.Form.Nodes)
        {
            var path = new Stack<(FormNode Node, IEnumerator<FormNode> Next)>();
            if (state.TryAdd(start, false)) path.Push((start, Dependencies(logic, start).GetEnumerator()));
            while (path.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    state[top.Node] = true;
                    order.Add(top.Node);
                    path.Pop();
                }
                else if (state.TryAdd(top.Next.Current, false))
                {
                    path.Push((top.Next.Current, Dependencies(logic, top.Next.Current).GetEnumerator()));
                }
                else if (!state[top.Next.Current])
                {
                    var ring = path.Select(p => p.Node).TakeWhile(n => n != top.Next.Current).Append(top.Next.Current).Reverse().ToImmutableArray();
                    if (ring.Any(inRing.Add)) cycles.Add(ring);
                }
            }
        }

        return (order.ToImmutable(), cycles.ToImmutable());
    }

    /// <summary>What a node's relevance and value depend on.</summary>
    internal static IEnumerable<FormNode> Dependencies(FormLogic logic, FormNode node)
    {
        if (node.Parent is { Parent: not null } parent) yield return parent;
        foreach (var column in (LogicColumn[])[LogicColumn.Relevant, LogicColumn.Calculation])
        {
            if (logic.Find(node, column) is not { } rule) continue;
            foreach (var read in rule.Reads)
                if (read != node || !ReadsItselfThroughOnce(rule)) yield return read;
        }
    }

    private static bool ReadsItselfThroughOnce(BoundExpression rule) =>
        rule.Column == LogicColumn.Calculation && rule.Tree!.All.Any(e => e is Expressions.Syntax.Expression.Call { Name: "once" });
}
