using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The time of day as a fraction of the day.</summary>
/// <remarks>JavaRosa wants a time question or the text of a dateTime; Enketo a time with its offset.</remarks>
internal sealed class DecimalTimeFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "decimal-time";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Any)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("decimal-time('2024-03-15T06:00:00.000Z')", "0.25");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var isNode = call[0].IsNodes;
        var single = Conversion.Single(call[0], call.Context, call.PositionOf(0));
        if (single.IsFailure) return single;
        if (single.Kind == ValueKind.Date) return Value.Of(Dates.FractionOfDay(single.Milliseconds, call.Context));
        if (single.Kind != ValueKind.Text) return call.IsJavaRosa ? call.FailAt(0, "not-a-time") : Value.NaN;
        if (single.Text.Length == 0) return Value.NaN;
        if (call.IsJavaRosa)
        {
            return !isNode && Dates.Parse(single.Text, call.Context) is { } instant ? Value.Of(Dates.FractionOfDay(instant, call.Context)) : call.FailAt(0, "not-a-time");
        }

        return single.Text.Length > 8 && Dates.ParseTime(single.Text, call.Context) is { } time ? Value.Of(Dates.FractionOfDay(time, call.Context)) : Value.NaN;
    }
}
