using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The name of a node, or of the context node: <c>name()</c>, <c>local-name()</c>.</summary>
internal sealed class NodeNameFunction(string name, bool local) : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("node", ParameterType.Nodes, IsOptional: true)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.WebForms;

    /// <inheritdoc/>
    public override FunctionExample Example => new($"{name}(instance('sex')/root)", "root");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.Count == 0 && call.Context.Item.Instance is null) return Value.Empty;
        var nodes = call.Count == 0 ? [call.Context.Item] : call.Nodes(0);
        if (nodes.Count == 0) return Value.Empty;
        var found = nodes[0].Name;
        return Value.Of(local ? found[(found.IndexOf(':', StringComparison.Ordinal) + 1)..] : found);
    }
}
