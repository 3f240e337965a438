namespace MigrationClean.Monitoring.Metrics;

/// <summary>A number of incidents: a few are enough to be looked at, however many interviews there are.</summary>
/// <param name="name">Its name.</param>
/// <param name="counts">Of all units.</param>
/// <param name="watch">From so many on it is looked at.</param>
/// <param name="act">From so many on it is acted on.</param>
internal sealed class CountMetric(string name, Func<UnitSet, int[]> counts, int watch, int act) : Metric(name)
{
    /// <inheritdoc/>
    public override bool IsJudged => watch < int.MaxValue;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var found = counts(comparison.Units);
        return [.. comparison.Units.Interviews.Select((rows, unit) =>
            new MetricValue(Name, found[unit], rows.Length, found[unit] >= act ? Mark.Act : found[unit] >= watch ? Mark.Watch : Mark.None))];
    }
}
