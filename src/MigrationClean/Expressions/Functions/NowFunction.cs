using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The instant of the submission.</summary>
internal sealed class NowFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "now";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override bool UsesClock => true;

    /// <inheritdoc/>
    public override FunctionExample Example => new("format-date-time(now(), '%Y-%m-%d %H:%M')", "2024-03-15 09:30");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Context.Now is { } now ? Value.At(now) : FunctionCall.NotEvaluable("no-time", "now()");
}
