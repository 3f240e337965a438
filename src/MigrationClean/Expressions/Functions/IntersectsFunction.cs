using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether two segments of a line that are no neighbours touch or cross.</summary>
internal sealed class IntersectsFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "intersects";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("line", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("intersects('0 0;2 2;0 2;2 0')", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        return GeoPoints.Parse(call.Text(0)) is { } points ? Value.Of(GeoMeasures.CrossesItself(points)) : call.FailAt(0, "point");
    }
}
