using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether a point lies within a shape.</summary>
internal sealed class GeofenceFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "geofence";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("point", ParameterType.Text), new("shape", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (GeoPoints.Parse(call.Text(0)) is not [var point] || GeoPoints.Parse(call.Text(1)) is not { } shape) return call.Fail("point");
        return Value.Of(GeoMeasures.IsInside(point, shape));
    }
}
