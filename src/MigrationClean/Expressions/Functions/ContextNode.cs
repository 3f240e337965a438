using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>What functions take that are called without an argument: the context node.</summary>
internal static class ContextNode
{
    /// <summary>Its text; empty where there is no node at all.</summary>
    public static Value Text(in FunctionCall call) =>
        call.Context.Item.Instance is null ? Value.Empty : Conversion.ToText(Value.Of(call.Context.Item), call.Context, 0);
}
