using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>What the rules of a form's nodes need of each other (xlsform §9, item 9): relevant, required, read_only, calculation.</summary>
internal static class Dependencies
{
    private static readonly ImmutableArray<string> Columns = ["relevant", "required", "read_only", "calculation"];

    /// <summary>The expressions that are part of it, with every node that each reads.</summary>
    public static IEnumerable<(ParsedExpression Expression, FormNode Node, FormNode Read)> In(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            if (expression.Node is not { } node || !Columns.Contains(expression.Column)) continue;
            foreach (var read in expression.Parts.Select(p => p.Target).OfType<FormNode>().Distinct()) yield return (expression, node, read);
        }
    }
}

/// <summary>A rule of a question that uses the question itself.</summary>
internal sealed class XPathSelfReference : LintRule
{
    public override CheckId Id => new("LINT-74", "xpath-self-reference");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (expression, node, read) in Dependencies.In(form))
            if (node == read) yield return FoundIn(expression, expression.Placed.Expression.Text, new FindingArgument("name", node.Name));
    }
}

/// <summary>Questions or groups whose rules depend on each other in a ring.</summary>
internal sealed class XPathCycle : LintRule
{
    public override CheckId Id => new("LINT-73", "xpath-cycle");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var edges = Dependencies.In(form).Where(d => d.Node != d.Read).ToLookup(d => d.Node);
        foreach (var ring in Rings(form.Nodes, node => edges[node].Select(d => d.Read).Concat(node.Parent is { Parent: not null } parent ? [parent] : [])))
        {
            // Said where the form's reader meets it first: at the first row that names another one of the ring.
            var from = Enumerable.Range(0, ring.Length).Where(i => edges[ring[i]].Any(d => d.Read == ring[(i + 1) % ring.Length])).MinBy(i => ring[i].Place.Row);
            var names = Enumerable.Range(0, ring.Length + 1).Select(i => ring[(from + i) % ring.Length].Name);
            var edge = edges[ring[from]].First(d => d.Read == ring[(from + 1) % ring.Length]);
            yield return FoundIn(edge.Expression, edge.Expression.Placed.Expression.Text, new FindingArgument("ring", string.Join(" → ", names)));
        }
    }

    // Own stack: a form may chain thousands of calculations.
    private static IEnumerable<ImmutableArray<FormNode>> Rings(IEnumerable<FormNode> nodes, Func<FormNode, IEnumerable<FormNode>> needs)
    {
        var isDone = new Dictionary<FormNode, bool>();
        var inRing = new HashSet<FormNode>();
        foreach (var start in nodes)
        {
            var path = new Stack<(FormNode Node, IEnumerator<FormNode> Next)>();
            if (isDone.TryAdd(start, false)) path.Push((start, needs(start).GetEnumerator()));
            while (path.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    isDone[top.Node] = true;
                    path.Pop();
                }
                else if (isDone.TryAdd(top.Next.Current, false))
                {
                    path.Push((top.Next.Current, needs(top.Next.Current).GetEnumerator()));
                }
                else if (!isDone[top.Next.Current])
                {
                    var ring = path.Select(p => p.Node).TakeWhile(n => n != top.Next.Current).Append(top.Next.Current).Reverse().ToImmutableArray();
                    var isNew = !ring.All(inRing.Contains);
                    inRing.UnionWith(ring);
                    if (isNew) yield return ring;
                }
            }
        }
    }
}
