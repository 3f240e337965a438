namespace MigrationClean.Forms.Linting;

/// <summary>The names that a node takes among its siblings: its own, and the one that the converter makes of a counted repeat.</summary>
internal static class SiblingNames
{
    /// <summary>The names, each with the node it comes from; none without a name, and none for an audit, which lies elsewhere.</summary>
    public static IEnumerable<(string Name, FormNode Node)> Of(FormNode node)
    {
        if (node.Name.Length == 0 || node is Question { Type: QuestionType.Audit }) yield break;
        if (node is Group { RepeatCount: { } count } && !FormReference.IsOne(count.Text)) yield return ($"{node.Name}_count", node);
        yield return (node.Name, node);
    }
}
