using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Days since 1970-01-01T00:00Z with a fraction.</summary>
internal sealed class DecimalDateTimeFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "decimal-date-time";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Single)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("decimal-date-time('1970-01-02T12:00:00.000Z')", "1.5");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call[0].Kind == ValueKind.Number) return call[0];
        var date = Conversion.ToDate(call[0], call.Context, call.PositionOf(0));
        if (date.IsFailure) return date;
        return date.Kind == ValueKind.Date ? Value.Of(date.Milliseconds / Dates.Day) : Value.NaN;
    }
}
