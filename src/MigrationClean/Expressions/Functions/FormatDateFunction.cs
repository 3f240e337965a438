using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A date as text by a pattern of codes.</summary>
internal sealed class FormatDateFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "format-date";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("date", ParameterType.Any), new("pattern", ParameterType.Text)];

    /// <inheritdoc/>
    public override ImmutableArray<string> Aliases => ["format-date-time"];

    /// <inheritdoc/>
    public override FunctionExample Example => new("format-date('2024-03-05', '%d.%m.%Y')", "05.03.2024");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var date = Conversion.ToDate(call[0], call.Context, call.PositionOf(0));
        if (date.IsFailure || date.Kind == ValueKind.Text) return date;
        if (double.IsNaN(date.Milliseconds)) return Value.Empty;
        return DatePattern.Format(date.Milliseconds, call.Text(1), call.Context) is { } text ? Value.Of(text) : call.FailAt(1, "date-pattern");
    }
}
