using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Sample;

/// <summary>A planned sample point was not visited, nor another in its place.</summary>
/// <remarks>Points whose days have not begun are left out. Source: cleaning §4.9.</remarks>
internal sealed class PointNotVisited : SampleCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("SAM-04", "point-not-visited");

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Run(CheckContext context, SampleFrame frame)
    {
        var visited = SampleVisits.Of(context, frame).Select(v => frame.Sample.Rows[v.Key]).ToList();
        var done = visited.SelectMany(r => new[] { r.Point, r.Replaces }).ToHashSet(StringComparer.Ordinal);
        var last = frame.Collected.IsEmpty ? 0 : frame.Collected.Max(r => frame.Days[r]);
        foreach (var row in frame.Sample.Rows)
        {
            // A replacement is only to be visited where the other was not.
            if (row.Point.Length == 0 || done.Contains(row.Point) || row.Replaces.Length > 0 || (row.From is { } from && from.DayNumber > last)) continue;
            yield return Found(frame, row, new FindingArgument("point", row.Point));
        }
    }
}
