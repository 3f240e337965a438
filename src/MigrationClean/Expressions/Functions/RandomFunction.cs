using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A random number from 0 to below 1.</summary>
internal sealed class RandomFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "random";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override bool IsNotRepeatable => true;

    /// <inheritdoc/>
    public override FunctionExample Example => new("random() < 1", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Context.Random is { } random ? Value.Of(random()) : FunctionCall.NotEvaluable("random", "random()");
}
