using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A number cut to a whole one, towards zero.</summary>
internal sealed class IntFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "int";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Number)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("int(-2.7)", "-2");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(Math.Truncate(call.Number(0)));
}
