using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Square metres of a shape.</summary>
internal sealed class AreaFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "area";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("shape", ParameterType.Any, Repeats: 1)];

    /// <inheritdoc/>
    public override ImmutableArray<string> Aliases => ["enclosed-area"];

    /// <inheritdoc/>
    public override Clients AliasesOfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("round(area('0 0;0 1;1 1;1 0;0 0') div 1000000000)", "12");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var failure = GeoPoints.Read(call, out var points);
        if (failure is { } fails) return fails;
        return Value.Of(call.IsJavaRosa ? GeoMeasures.FlatArea(points) : Rounding.Binary(GeoMeasures.SphereArea(points), 2));
    }
}
