using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>A quantile of a number of each interview; where limits are given, against the median of the team.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Of a row; NaN = not known.</param>
/// <param name="quantile">Which, 0.5 = the median.</param>
/// <param name="watch">Part of the team's median under which it is looked at; 0 = never.</param>
/// <param name="act">Part of the team's median under which it is acted on; 0 = never.</param>
internal sealed class MedianMetric(string name, Func<int, double> value, double quantile = 0.5, double watch = 0, double act = 0) : Metric(name)
{
    /// <inheritdoc/>
    public override bool IsJudged => watch > 0;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var known = comparison.Units.Interviews.SelectMany(rows => rows).Where(row => !double.IsNaN(value(row))).ToList();
        if (known.Count == 0) return [];
        var teams = known.GroupBy(row => comparison.Strata[row]).ToDictionary(g => g.Key, g => Quantiles.MedianOf(g.Select(value)));
        return [.. comparison.Units.Interviews.Select(rows =>
        {
            int[] own = [.. rows.Where(row => !double.IsNaN(value(row)))];
            if (own.Length == 0) return Plain(null, 0);
            double[] sorted = [.. own.Select(value).Order()];
            var figure = Quantiles.Of(sorted, quantile);
            if (watch == 0) return Plain(figure, own.Length);

            // The team's median at each place where this unit worked.
            var ratio = teams.Count == 1
                ? figure / teams.Values.First()
                : Quantiles.MedianOf(own.Select(row => teams[comparison.Strata[row]] is > 0 and var team ? value(row) / team : 1));
            return Judged(figure, own.Length, own.Length, comparison, Below(ratio, watch, act));
        })];
    }
}
