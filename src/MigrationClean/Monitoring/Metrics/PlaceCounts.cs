using MigrationClean.Checks.Places;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>Interviews that one unit held on one spot.</summary>
internal static class PlaceCounts
{
    private const double Metres = 20;

    /// <summary>By row: whether another interview of its unit was held within 20 m.</summary>
    public static bool[] Near(PointColumn points, UnitSet units)
    {
        var near = new bool[units.UnitOf.Length];
        foreach (var rows in units.Interviews)
        {
            var placed = rows.Where(r => points.At(r) is { IsZero: false }).Select(r => (Row: r, Point: points.At(r)!.Value)).ToList();
            var grid = new PointGrid(placed, Metres);
            foreach (var (row, point) in placed) near[row] = near[row] || grid.Within(point, Metres).Any(o => o.Row != row);
        }

        return near;
    }

    /// <summary>Interviews of each unit whose point is another's of the unit to the last digit.</summary>
    public static int[] Identical(PointColumn points, UnitSet units) =>
        [.. units.Interviews.Select(rows => rows
            .Where(r => points.At(r) is { IsZero: false })
            .GroupBy(r => (points.At(r)!.Value.Latitude, points.At(r)!.Value.Longitude))
            .Where(g => g.Count() > 1).Sum(g => g.Count()))];
}

/// <summary>Share of a unit's interviews within 20 m of another of its own.</summary>
/// <param name="points">Where they were held.</param>
internal sealed class SamePlaceMetric(PointColumn points) : Metric("same_place")
{
    private const double Watch = 0.2;
    private const double Act = 0.5;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        // A day or a site holds many interviewers in one village: only one person's interviews on one spot say something.
        if (comparison.Units.By is not (MonitorSettings.Enumerator or MonitorSettings.Device)) return [];
        var near = PlaceCounts.Near(points, comparison.Units);
        return new ShareMetric(Name, row => (near[row] ? 1 : 0, points.At(row) is { IsZero: false } ? 1 : 0), Watch, Act).Of(comparison);
    }
}
