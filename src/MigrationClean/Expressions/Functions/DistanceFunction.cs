using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Metres along points, a trace or a shape.</summary>
internal sealed class DistanceFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "distance";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("points", ParameterType.Any, Repeats: 1)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("round(distance('0 0 0 0', '0 1 0 0'))", "111319");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var failure = GeoPoints.Read(call, out var points);
        if (failure is { } fails) return fails;
        var metres = GeoMeasures.Distance(points);
        return Value.Of(call.IsJavaRosa ? metres : Rounding.Binary(metres, 2));
    }
}
