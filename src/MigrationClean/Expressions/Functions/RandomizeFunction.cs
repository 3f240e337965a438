using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A node-set in another order; a seed gives the same order again.</summary>
/// <remarks>Source: xpath §7, seeded shuffle.</remarks>
internal sealed class RandomizeFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "randomize";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("nodes", ParameterType.Nodes), new("seed", ParameterType.Single, IsOptional: true)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("join(' ', randomize(instance('sex')/root/item/name, 42))", "female male");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var nodes = call.Nodes(0);
        if (call.Count < 2)
        {
            return call.Context.Random is { } random ? Value.Of(SeededShuffle.Shuffle(nodes, random)) : FunctionCall.NotEvaluable("random", "randomize()");
        }

        var number = call.ToNumber(call[1], 1);
        if (number.IsFailure) return number;
        if (!double.IsNaN(number.Number)) return Value.Of(SeededShuffle.Shuffle(nodes, SeededShuffle.Draws((long)Math.Clamp(number.Number, long.MinValue, long.MaxValue))));
        if (!call.IsJavaRosa) return call.FailAt(1, "seed");
        var text = call.ToText(call[1], 1);
        return text.IsFailure ? text : Value.Of(SeededShuffle.Shuffle(nodes, SeededShuffle.Draws(SeededShuffle.SeedOf(text.Text))));
    }
}
