using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>The axes that forms use seldom: nodes from near to far.</summary>
internal static class Axes
{
    /// <summary>Adds the nodes of an axis.</summary>
    public static void Add(in Node node, Axis axis, List<Node> into)
    {
        switch (axis)
        {
            case Axis.Self:
                into.Add(node);
                break;
            case Axis.Child:
                node.Instance.AddChildren(node, null, into);
                break;
            case Axis.Parent when node.Instance.TryGetParent(node, out var parent):
                into.Add(parent);
                break;
            case Axis.Descendant:
                AddBelow(node, into);
                break;
            case Axis.DescendantOrSelf:
                into.Add(node);
                AddBelow(node, into);
                break;
            case Axis.Ancestor or Axis.AncestorOrSelf:
                if (axis == Axis.AncestorOrSelf) into.Add(node);
                AddAbove(node, into);
                break;
            case Axis.FollowingSibling:
                into.AddRange(Siblings(node, follow: true));
                break;
            case Axis.PrecedingSibling:
                into.AddRange(Siblings(node, follow: false).Reverse());
                break;
            case Axis.Following or Axis.Preceding:
                AddBeside(node, axis == Axis.Following, into);
                break;
        }
    }

    // Without recursion: whatever the depth of the tree, the stack stays as it is.
    private static void AddBelow(in Node node, List<Node> into)
    {
        var (waiting, children) = (new Stack<Node>(), new List<Node>());
        for (var (at, isFirst) = (node, true); isFirst || waiting.TryPop(out at); isFirst = false)
        {
            if (!isFirst) into.Add(at);
            children.Clear();
            at.Instance.AddChildren(at, null, children);
            for (var i = children.Count - 1; i >= 0; i--) waiting.Push(children[i]);
        }
    }

    private static void AddAbove(in Node node, List<Node> into)
    {
        var at = node;
        while (at.Instance.TryGetParent(at, out at)) into.Add(at);
    }

    private static IEnumerable<Node> Siblings(in Node node, bool follow)
    {
        if (node.Instance.KindOf(node) == NodeKind.Attribute || !node.Instance.TryGetParent(node, out var parent)) return [];
        var all = new List<Node>();
        node.Instance.AddChildren(parent, null, all);
        var at = all.IndexOf(node);
        return at < 0 ? [] : follow ? all.Skip(at + 1) : all.Take(at);
    }

    private static void AddBeside(in Node node, bool follow, List<Node> into)
    {
        var above = new List<Node> { node };
        AddAbove(node, above);
        foreach (var start in above)
        {
            foreach (var sibling in follow ? Siblings(start, follow) : Siblings(start, follow).Reverse())
            {
                var from = into.Count;
                into.Add(sibling);
                AddBelow(sibling, into);
                if (!follow) into.Reverse(from, into.Count - from);
            }
        }
    }
}
