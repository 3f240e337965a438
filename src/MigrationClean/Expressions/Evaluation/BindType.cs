namespace MigrationClean.Expressions.Evaluation;

/// <summary>The type that a form binds to a node: JavaRosa reads its text by it, Enketo takes every node as text.</summary>
/// <remarks>Source: xpath §4.</remarks>
internal enum BindType
{
    /// <summary>Text, selects, ranks, geometry, calculations without a type, files.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A decimal number.</summary>
    Decimal,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>An instant.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
