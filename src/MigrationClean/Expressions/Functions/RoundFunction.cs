using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A number rounded to the nearest whole one or to decimal places.</summary>
/// <remarks>JavaRosa: halves towards +∞ for whole numbers, decimal arithmetic with places. Enketo: halves away from zero, binary arithmetic.</remarks>
internal sealed class RoundFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "round";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("number", ParameterType.Number), new("places", ParameterType.Number, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("round(2.345, 2)", "2.35");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var number = call.Number(0);
        if (call.Count < 2) return Value.Of(call.IsJavaRosa ? Rounding.HalfUp(number) : Rounding.HalfAway(number));
        var places = call.Number(1);
        return Value.Of(call.IsJavaRosa ? Rounding.Decimal(number, places) : Rounding.Binary(number, places));
    }
}
