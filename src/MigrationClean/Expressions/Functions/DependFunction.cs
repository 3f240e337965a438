using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Its first argument.</summary>
internal sealed class DependFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "depend";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("value", ParameterType.Single),
        new("other", ParameterType.Any, IsOptional: true, Repeats: 1),
    ];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("depend('a', 'b')", "a");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call[0];
}
