namespace MigrationClean.Expressions.Evaluation;

/// <summary>Document order.</summary>
internal static class NodeOrder
{
    /// <summary>The nodes in document order, each once. O(n log n · depth).</summary>
    public static List<Node> Sorted(IEnumerable<Node> nodes)
    {
        var sorted = nodes.Distinct().ToList();
        if (sorted.Count > 1) sorted.Sort((a, b) => a.Instance.CompareOrder(a, b));
        return sorted;
    }

    /// <summary>Which of two nodes of one instance comes first. O(depth).</summary>
    public static int ByPath(in Node a, in Node b)
    {
        var (pathToA, pathToB) = (a.Instance.PathTo(a), b.Instance.PathTo(b));
        for (var i = 0; i < Math.Min(pathToA.Length, pathToB.Length); i++)
        {
            var byElement = pathToA[i].Element.CompareTo(pathToB[i].Element);
            if (byElement != 0) return byElement;
            var byRow = pathToA[i].Row.CompareTo(pathToB[i].Row);
            if (byRow != 0) return byRow;
        }

        return pathToA.Length.CompareTo(pathToB.Length);
    }
}
