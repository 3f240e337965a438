using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>How many of something an interview has, against the median of the units.</summary>
/// <param name="name">Its name.</param>
/// <param name="count">Of a row.</param>
internal sealed class PerInterviewMetric(string name, Func<int, int> count) : Metric(name)
{
    private const double Watch = 2;
    private const double Act = 3;

    // Three times next to nothing is next to nothing.
    private const int FewestFindings = 3;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        double?[] means = [.. comparison.Units.Interviews.Select(rows => rows.Length == 0 ? (double?)null : (double)rows.Sum(count) / rows.Length)];
        double[] known = [.. means.OfType<double>()];
        if (known.Length == 0) return [];
        var usual = Quantiles.MedianOf(known);
        return [.. means.Select((mean, unit) =>
        {
            var n = comparison.Units.Interviews[unit].Length;
            return Judged(mean, n, n, comparison, mean * n >= FewestFindings && usual > 0 ? Above(mean / usual, Watch, Act) : Mark.None);
        })];
    }
}
