using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The namespace of a node: forms have none.</summary>
internal sealed class NamespaceUriFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "namespace-uri";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("node", ParameterType.Nodes, IsOptional: true)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.WebForms;

    /// <inheritdoc/>
    public override FunctionExample Example => new("namespace-uri(instance('sex')/root)", "");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Empty;
}
