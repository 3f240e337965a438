using MigrationClean.Checks.Places;

namespace MigrationClean.Checks.Sample;

/// <summary>Which interviews were held at which sample point.</summary>
internal static class SampleVisits
{
    /// <summary>Rows of the main table by the point's place in the sample, in its order; points without a visit are left out.</summary>
    public static IEnumerable<IGrouping<int, int>> Of(CheckContext context, SampleFrame frame)
    {
        if (frame.Sample.Rows.All(r => r.Point.Length == 0)) return [];
        var places = PointColumn.OfInterviews(context);
        return frame.Collected.Select(row => (row, Point: frame.PointOf(row, places))).Where(v => v.Point is not null)
            .GroupBy(v => v.Point!.Value, v => v.row).OrderBy(g => g.Key);
    }
}
