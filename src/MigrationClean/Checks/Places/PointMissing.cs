using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Places;

/// <summary>A point was asked for and is missing, is the zero point of the map, or has latitude and longitude exchanged.</summary>
/// <remarks>
/// Exchanged is told against a box that the point fits only when exchanged: that of the settings, else that of the survey area, else that of
/// most of the survey's own points. Source: cleaning §4.8.
/// </remarks>
internal sealed class PointMissing : PlaceCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("GEO-01", "point-missing");

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Fact;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("box", ParameterKind.Texts)];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var finding in AskedPoints.Missing(context))
            yield return context.At(this, finding.Table, finding.Row, finding.Column, context.Naming(finding.Question)) with { Question = finding.Question.Name, Value = null };

        foreach (var points in context.Places.Points.Where(p => p.Question.Type == QuestionType.Geopoint))
        {
            var box = BoxOf(context, points);
            for (var row = 0; row < points.Table.RowCount; row++)
            {
                if (points.At(row) is not { } point) continue;
                if (point.IsZero) yield return Found(context, points, row) with { Variant = "zero" };
                else if (box is { } b && !b.Holds(point.Latitude, point.Longitude) && b.Holds(point.Longitude, point.Latitude))
                    yield return Found(context, points, row) with { Variant = "exchanged", Expected = Exchanged(points.Column.Value.TextAt(row)) };
            }
        }
    }

    private SurveyBox? BoxOf(CheckContext context, PointColumn points)
    {
        if (context.Of(this).Texts("box") is { IsEmpty: false } given) return SurveyBox.Of(given);
        if (SurveyArea.Of(context) is { } area) return area.Box;
        return SurveyBox.OfMost([.. Enumerable.Range(0, points.Table.RowCount).Select(points.At).OfType<GeoPoint>().Where(p => !p.IsZero)]);
    }

    private static string? Exchanged(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length < 2 ? null : string.Join(' ', [parts[1], parts[0], .. parts.Skip(2)]);
    }
}
