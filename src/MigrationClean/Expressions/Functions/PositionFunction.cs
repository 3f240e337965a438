using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Rank of the candidate in a predicate, or the iteration number of a node.</summary>
internal sealed class PositionFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "position";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("node", ParameterType.Nodes, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("instance('sex')/root/item[position() = 2]/name", "male");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.Count == 0) return Value.Of((double)call.Context.Position);
        var nodes = call.Nodes(0);
        if (nodes.Count == 0) return call.IsJavaRosa ? Value.Of(0.0) : call.FailAt(0, "no-node");
        return Value.Of((double)nodes[0].Instance.PositionOf(nodes[0]));
    }
}
