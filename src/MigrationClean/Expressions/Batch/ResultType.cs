namespace MigrationClean.Expressions.Batch;

/// <summary>What a result is cast to.</summary>
public enum ResultType
{
    /// <summary>Nothing: the value stays what it is, a node-set too.</summary>
    AsIs,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A truth.</summary>
    Boolean,

    /// <summary>A date as text: <c>YYYY-MM-DD</c> at local midnight, else with time and offset.</summary>
    Date,
}
