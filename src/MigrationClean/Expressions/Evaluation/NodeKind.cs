namespace MigrationClean.Expressions.Evaluation;

/// <summary>What a node is.</summary>
internal enum NodeKind
{
    /// <summary>Above the root element.</summary>
    Document,

    /// <summary>A group, a repeat's iteration, a question; in a list: a row or a column.</summary>
    Element,

    /// <summary>An attribute.</summary>
    Attribute,

    /// <summary>Text inside an element.</summary>
    Text,
}
