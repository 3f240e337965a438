using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A value as text.</summary>
internal sealed class StringFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "string";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Text, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("string(3 div 2)", "1.5");

    /// <inheritdoc/>
    public override int LeastArguments(Dialect dialect) => dialect == Dialect.JavaRosa ? 1 : 0;

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Count == 0 ? ContextNode.Text(call) : call[0];
}
