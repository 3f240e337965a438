using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>Interviews a day of work, against the median of the units.</summary>
internal sealed class PaceMetric() : Metric("interviews_per_day")
{
    private const double Slow = 0.5;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        if (comparison.Units.By == MonitorSettings.Day) return [];
        var days = comparison.Facts.Days;
        (double? Pace, int Days)[] paces = [.. comparison.Units.Interviews.Select(rows =>
        {
            var worked = rows.Select(r => days[r]).Where(d => d > 0).ToList();
            var count = worked.Distinct().Count();
            return (count == 0 ? (double?)null : (double)worked.Count / count, count);
        })];
        double[] known = [.. paces.Select(p => p.Pace).OfType<double>()];
        if (known.Length == 0) return [];
        var usual = Quantiles.MedianOf(known);
        return [.. paces.Select((pace, unit) =>
            Judged(pace.Pace, pace.Days, comparison.Units.Interviews[unit].Length, comparison, pace.Pace < Slow * usual ? Mark.Watch : Mark.None))];
    }
}

/// <summary>Most interviews in a day, against what DUR-12 says is possible.</summary>
internal sealed class BusiestDayMetric() : Metric("busiest_day")
{
    private const double FarAbove = 1.5;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        // A team or a site makes more in a day than one person.
        var limit = comparison.Context.Settings.Of(Checks.AllChecks.Find("DUR-12")!).Whole("max_per_day");
        var isJudged = comparison.Units.By is MonitorSettings.Enumerator or MonitorSettings.Device;
        return [.. comparison.Units.Interviews.Select(rows =>
        {
            var most = rows.Select(r => comparison.Facts.Days[r]).Where(d => d > 0).GroupBy(d => d).Select(g => g.Count()).DefaultIfEmpty(0).Max();
            return new MetricValue(Name, most, rows.Length, isJudged ? Above(most, limit, FarAbove * limit) : Mark.None);
        })];
    }
}
