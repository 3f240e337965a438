using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>How many nodes there are.</summary>
internal sealed class CountFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "count";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("nodes", ParameterType.Nodes)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("count(instance('sex')/root/item)", "2");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of((double)call.Nodes(0).Count);
}
