using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>The axes that forms use seldom: nodes from near to far.</summary>
internal static class Axes
{
    /// <summary>The nodes of an axis.</summary>
    public static IEnumerable<Node> From(Node node, Axis axis) => axis switch
    {
        Axis.Self => [node],
        Axis.Child => Children(node),
        Axis.Parent => Ancestors(node).Take(1),
        Axis.Descendant => Descendants(node),
        Axis.DescendantOrSelf => Descendants(node).Prepend(node),
        Axis.Ancestor => Ancestors(node),
        Axis.AncestorOrSelf => Ancestors(node).Prepend(node),
        Axis.FollowingSibling => Siblings(node, follow: true),
        Axis.PrecedingSibling => Siblings(node, follow: false).Reverse(),
        Axis.Following => Ancestors(node).Prepend(node).SelectMany(n => Siblings(n, follow: true)).SelectMany(n => Descendants(n).Prepend(n)),
        Axis.Preceding => Ancestors(node).Prepend(node).SelectMany(n => Siblings(n, follow: false).Reverse())
            .SelectMany(n => Descendants(n).Prepend(n).Reverse()),
        _ => throw new InvalidOperationException($"The axis {axis} is not walked here."),
    };

    private static List<Node> Children(Node node)
    {
        var children = new List<Node>();
        node.Instance.AddChildren(node, null, children);
        return children;
    }

    private static IEnumerable<Node> Descendants(Node node)
    {
        foreach (var child in Children(node))
        {
            yield return child;
            foreach (var deeper in Descendants(child)) yield return deeper;
        }
    }

    private static IEnumerable<Node> Ancestors(Node node)
    {
        while (node.Instance.TryGetParent(node, out var parent))
        {
            yield return parent;
            node = parent;
        }
    }

    private static IEnumerable<Node> Siblings(Node node, bool follow)
    {
        if (!node.Instance.TryGetParent(node, out var parent)) return [];
        var all = Children(parent);
        var at = all.IndexOf(node);
        return at < 0 ? [] : follow ? all.Skip(at + 1) : all.Take(at);
    }
}
