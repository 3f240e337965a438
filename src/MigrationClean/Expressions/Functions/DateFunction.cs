using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A value as a date: text, a number of days since 1970-01-01, a date.</summary>
internal sealed class DateFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "date";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("value", ParameterType.Any)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("string(date('2024-3-5'))", "2024-03-05");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var isText = call[0].Kind == ValueKind.Text;
        var date = Conversion.ToDate(call[0], call.Context, call.PositionOf(0));
        if (date.Kind != ValueKind.Date || !call.IsJavaRosa || isText) return date;
        return Value.At(Dates.StartOfDay(date.Milliseconds, call.Context)); // JavaRosa cuts the time, but for a text
    }
}
