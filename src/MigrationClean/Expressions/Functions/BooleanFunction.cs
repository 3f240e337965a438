using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A value as a truth.</summary>
internal sealed class BooleanFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "boolean";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Boolean)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("boolean('no')", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call[0];
}
