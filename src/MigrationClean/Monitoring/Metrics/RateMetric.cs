namespace MigrationClean.Monitoring.Metrics;

/// <summary>A rate against that of all others, by the funnel.</summary>
/// <param name="name">Its name.</param>
/// <param name="count">Of a row: how many were of the kind, and of how many.</param>
/// <param name="side">Which way is unusual.</param>
/// <param name="hasDesign">Whether it is pooled over the answers of interviews: answers of one interview are alike.</param>
/// <param name="isOfSubmitted">Whether refused interviews count too.</param>
internal sealed class RateMetric(string name, Func<int, (int Part, int Whole)> count, Side side = Side.Both, bool hasDesign = false, bool isOfSubmitted = false) : Metric(name)
{
    /// <inheritdoc/>
    public override double WatchTail => side == Side.Both ? 2 * Funnel.WatchTail : Funnel.WatchTail;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var rowsOf = isOfSubmitted ? comparison.Units.Submitted : comparison.Units.Interviews;
        var all = rowsOf.SelectMany(rows => rows).Select(row => (Row: row, Count: count(row))).Where(r => r.Count.Whole > 0).ToList();
        if (all.Count == 0) return [];
        var design = hasDesign ? Funnel.DesignFactor([.. all.Select(r => r.Count)]) : 1;
        var byStratum = Sums(all.Select(r => (comparison.Strata[r.Row], r.Count)));
        return [.. rowsOf.Select(rows => OfUnit(comparison, rows, byStratum, design))];
    }

    private MetricValue OfUnit(Comparison comparison, int[] rows, Dictionary<int, (int Part, int Whole)> all, double design)
    {
        var own = Sums(rows.Select(row => (comparison.Strata[row], count(row))));
        var (part, whole) = (own.Values.Sum(s => s.Part), own.Values.Sum(s => s.Whole));
        if (whole == 0) return Plain(null, 0);

        // What the others would have at the places where this unit worked.
        var (expected, n, k) = (0.0, 0, 0);
        foreach (var (stratum, (p, w)) in own.OrderBy(s => s.Key))
        {
            var others = (Part: all[stratum].Part - p, Whole: all[stratum].Whole - w);
            if (others.Whole == 0 || w == 0) continue;
            expected += (double)others.Part / others.Whole * w;
            (n, k) = (n + w, k + p);
        }

        var mark = n == 0 ? Mark.None : Funnel.Of(k, n, expected / n, design, side);
        return Judged((double)part / whole, whole, rows.Length, comparison, mark);
    }

    private static Dictionary<int, (int Part, int Whole)> Sums(IEnumerable<(int Stratum, (int Part, int Whole) Count)> counts)
    {
        var sums = new Dictionary<int, (int Part, int Whole)>();
        foreach (var (stratum, (part, whole)) in counts)
        {
            var sum = sums.GetValueOrDefault(stratum);
            sums[stratum] = (sum.Part + part, sum.Whole + whole);
        }

        return sums;
    }
}
