namespace MigrationClean.Monitoring.Metrics;

/// <summary>A share of interviews, or of something in them, against fixed limits.</summary>
/// <param name="name">Its name.</param>
/// <param name="count">Of a row: how many were of the kind, and of how many.</param>
/// <param name="watch">Above it is looked at; infinite = never.</param>
/// <param name="act">Above it is acted on; infinite = never.</param>
internal sealed class ShareMetric(string name, Func<int, (int Part, int Whole)> count, double watch, double act = double.PositiveInfinity) : Metric(name)
{
    /// <inheritdoc/>
    public override bool IsJudged => double.IsFinite(watch);

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        MetricValue[] values = [.. comparison.Units.Interviews.Select(rows =>
        {
            var counts = rows.Select(count).ToList();
            var (part, whole) = (counts.Sum(c => c.Part), counts.Sum(c => c.Whole));
            double? share = whole == 0 ? null : (double)part / whole;
            return Judged(share, whole, rows.Length, comparison, Above(share, watch, act));
        })];
        return values.All(v => v.N == 0) ? [] : values;
    }
}
