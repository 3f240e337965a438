using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A value as an instant: as date(), with the time.</summary>
internal sealed class DateTimeFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "date-time";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Any)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("format-date-time(date-time('2024-03-05T10:20:30Z'), '%H:%M')", "10:20");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var single = Conversion.Single(call[0], call.Context, call.PositionOf(0));
        if (call.IsJavaRosa && single.Kind == ValueKind.Number && !double.IsNaN(single.Number)) return Value.At(Dates.OfDaysAndTime(single.Number, call.Context));
        return Conversion.ToDate(single, call.Context, call.PositionOf(0));
    }
}
