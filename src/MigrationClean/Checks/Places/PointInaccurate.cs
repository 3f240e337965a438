using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Places;

/// <summary>A point is inaccurate, or was set by hand: accuracy and altitude are exactly 0.</summary>
/// <remarks>The zero point of the map is GEO-01's. Source: cleaning §4.8.</remarks>
internal sealed class PointInaccurate : PlaceCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("GEO-02", "point-inaccurate");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_accuracy", ParameterKind.Number, "20"), new("warning_accuracy", ParameterKind.Number, "100")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var (most, grave) = (values.Number("max_accuracy"), values.Number("warning_accuracy"));
        foreach (var points in context.Places.Points)
            for (var row = 0; row < points.Table.RowCount; row++)
            {
                if (points.At(row) is not { } point || point.IsZero) continue;
                if (point is { Accuracy: 0, Altitude: 0 }) yield return Found(context, points, row) with { Variant = "by-hand", Severity = Severity.Warning };
                else if (point.Accuracy > most)
                    yield return Found(context, points, row, Whole("accuracy", point.Accuracy, sensitive: true), Whole("limit", point.Accuracy > grave ? grave : most)) with
                    {
                        Severity = point.Accuracy > grave ? Severity.Warning : Severity,
                    };
            }
    }
}
