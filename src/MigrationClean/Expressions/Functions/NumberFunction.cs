using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A value as a number.</summary>
internal sealed class NumberFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "number";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Number, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("number('12.50')", "12.5");

    /// <inheritdoc/>
    public override int LeastArguments(Dialect dialect) => dialect == Dialect.JavaRosa ? 1 : 0;

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.Count > 0) return call[0];
        var text = ContextNode.Text(call);
        return text.IsFailure ? text : Conversion.ToNumber(text, call.Context, 0);
    }
}
