using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Places;

/// <summary>An interview was begun far from where it ended.</summary>
/// <remarks>The accuracies of both points are taken off the distance. Source: cleaning §4.8.</remarks>
internal sealed class EndedElsewhere : PlaceCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("GEO-07", "ended-elsewhere");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_m", ParameterKind.Number, "200")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var most = context.Of(this).Number("max_m");
        foreach (var (end, starts) in Ends(context))
            for (var row = 0; row < end.Table.RowCount; row++)
            {
                if (end.At(row) is not { IsZero: false } there || starts(row) is not { IsZero: false } here) continue;
                var metres = here.DistanceTo(there) - here.KnownAccuracy - there.KnownAccuracy;
                if (metres > most) yield return Found(context, end, row, Whole("distance", metres, sensitive: true), Whole("limit", most));
            }
    }

    /// <summary>
    /// Where interviews ended, with where they began: the last point asked for against the start's. Places of the audit file belong here too,
    /// once it is read.
    /// </summary>
    private static IEnumerable<(PointColumn End, Func<int, GeoPoint?> Start)> Ends(CheckContext context)
    {
        var start = context.Places.Points.FirstOrDefault(p => p.Table.Parent is null && p.Question.Type == QuestionType.StartGeopoint);
        var end = context.Places.Points.LastOrDefault(p => p.Table.Parent is null && p.Question.Type == QuestionType.Geopoint);
        if (start is not null && end is not null) yield return (end, start.At);
    }
}
