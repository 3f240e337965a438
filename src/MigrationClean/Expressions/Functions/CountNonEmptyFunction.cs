using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>How many nodes have text.</summary>
internal sealed class CountNonEmptyFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "count-non-empty";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("nodes", ParameterType.Nodes)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("count-non-empty(instance('sex')/root/item/label)", "2");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var count = 0;
        foreach (var node in call.Nodes(0))
        {
            if (node.Instance.UnreadableBecause(node) is { } unreadable) return unreadable;
            if (node.Instance.TextOf(node).Length > 0) count++;
        }

        return Value.Of((double)count);
    }
}
