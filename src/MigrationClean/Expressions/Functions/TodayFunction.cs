using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The day of the submission.</summary>
internal sealed class TodayFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "today";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override bool UsesClock => true;

    /// <inheritdoc/>
    public override FunctionExample Example => new("string(today())", "2024-03-15");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Context.Now is { } now ? Value.At(Dates.StartOfDay(now, call.Context)) : FunctionCall.NotEvaluable("no-time", "today()");
}
