using System.Globalization;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Batch;

/// <summary>Finds the node of a place such as <c>/data/person[2]/age</c>; a step without a number is the first.</summary>
internal static class NodePath
{
    /// <summary>The node, or <see langword="null"/>.</summary>
    public static Node? Find(Instance instance, string path)
    {
        if (!path.StartsWith('/')) return null;
        var node = instance.Document;
        var found = new List<Node>();
        foreach (var step in path[1..].Split('/'))
        {
            var open = step.IndexOf('[', StringComparison.Ordinal);
            var name = open < 0 ? step : step[..open];
            var rank = 1;
            if (open >= 0 && (!step.EndsWith(']') || !int.TryParse(step.AsSpan(open + 1, step.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out rank)))
                return null;
            found.Clear();
            if (name.StartsWith('@')) instance.AddAttributes(node, name[1..], found);
            else instance.AddChildren(node, name, found);
            if (rank < 1 || rank > found.Count) return null;
            node = found[rank - 1];
        }

        return node;
    }
}
