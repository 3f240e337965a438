using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Nodes by their XML id: forms have none.</summary>
internal sealed class IdFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "id";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Any)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.WebForms;

    /// <inheritdoc/>
    public override FunctionExample Example => new("count(id('x'))", "0");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.NoNodes;
}
