namespace MigrationClean.Monitoring.Metrics;

/// <summary>A share of interviews, or of something in them, against fixed limits.</summary>
/// <param name="name">Its name.</param>
/// <param name="count">Of a row: how many were of the kind, and of how many.</param>
/// <param name="watch">Above it is looked at; infinite = never.</param>
/// <param name="act">Above it is acted on; infinite = never.</param>
/// <param name="againstOthers">Whether a share far above that of all others is looked at too, however small it is.</param>
internal sealed class ShareMetric(
    string name, Func<int, (int Part, int Whole)> count, double watch, double act = double.PositiveInfinity, bool againstOthers = false) : Metric(name)
{
    /// <inheritdoc/>
    public override bool IsJudged => double.IsFinite(watch);

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var all = comparison.Units.Interviews.SelectMany(rows => rows).Select(count).ToList();
        var sum = (Part: all.Sum(c => c.Part), Whole: all.Sum(c => c.Whole));
        var design = againstOthers ? Funnel.DesignFactor(all) : 1;
        MetricValue[] values = [.. comparison.Units.Interviews.Select(rows =>
        {
            var counts = rows.Select(count).ToList();
            var (part, whole) = (counts.Sum(c => c.Part), counts.Sum(c => c.Whole));
            double? share = whole == 0 ? null : (double)part / whole;
            var mark = Above(share, watch, act);
            if (againstOthers && mark == Mark.None && sum.Whole > whole && Funnel.Of(part, whole, (double)(sum.Part - part) / (sum.Whole - whole), design, Side.High) == Mark.Act) mark = Mark.Watch;
            return Judged(share, whole, rows.Length, comparison, mark);
        })];
        return values.All(v => v.N == 0) ? [] : values;
    }
}
