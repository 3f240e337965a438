using MigrationClean.Checks.Duplicates;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>How near interviews are to the nearest own one, over the same of the other enumerators (DUP-04).</summary>
/// <param name="similarities">Of each enumerator.</param>
internal sealed class NearestMetric(Lazy<IReadOnlyList<EnumeratorSimilarity>> similarities) : Metric("nearest_ratio")
{
    private const double Watch = 0.7;
    private const double Act = 0.5;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        if (comparison.Units.By != MonitorSettings.Enumerator) return [];
        var values = comparison.Units.Names.Select(_ => Plain(null, 0)).ToArray();
        foreach (var similar in similarities.Value)
            if (comparison.Units.UnitOf[similar.Row] is >= 0 and var unit)
                values[unit] = Judged(similar.Ratio, similar.Interviews, similar.Interviews, comparison, Below(similar.Ratio, Watch, Act));
        return values.All(v => v.Value is null) ? [] : values;
    }
}

/// <summary>Silhouette width of an enumerator's interviews: near 1 = far more like each other than like those of others. Beside the ratio, without a verdict.</summary>
/// <param name="similarities">Of each enumerator.</param>
internal sealed class SilhouetteMetric(Lazy<IReadOnlyList<EnumeratorSimilarity>> similarities) : Metric("silhouette")
{
    /// <inheritdoc/>
    public override bool IsJudged => false;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        if (comparison.Units.By != MonitorSettings.Enumerator) return [];
        var values = comparison.Units.Names.Select(_ => Plain(null, 0)).ToArray();
        foreach (var similar in similarities.Value)
            if (comparison.Units.UnitOf[similar.Row] is >= 0 and var unit) values[unit] = Plain(similar.Silhouette, similar.Interviews);
        return values.All(v => v.Value is null) ? [] : values;
    }
}

/// <summary>Counts pairs of near duplicates (DUP-03) of which one unit made both.</summary>
internal static class NearPairs
{
    /// <summary>Of each unit. O(interviews that are alike).</summary>
    public static int[] Of(NearInterviews near, UnitSet units)
    {
        var pairs = new int[units.Names.Length];
        foreach (var set in near.Equal)
            foreach (var own in set.GroupBy(r => units.UnitOf[r]).Where(g => g.Key >= 0)) pairs[own.Key] += Pairs(own.Count());
        foreach (var pair in near.PairsOfSets)
        {
            var (first, second) = (near.SetOf(pair.A), near.SetOf(pair.B));
            foreach (var own in first.GroupBy(r => units.UnitOf[r]).Where(g => g.Key >= 0))
                pairs[own.Key] += own.Count() * second.Count(r => units.UnitOf[r] == own.Key);
        }

        return pairs;
    }

    private static int Pairs(int n) => n * (n - 1) / 2;
}
