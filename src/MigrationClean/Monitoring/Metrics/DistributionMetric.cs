
namespace MigrationClean.Monitoring.Metrics;

/// <summary>In how many questions an enumerator's answers differ from those of all others (BCK-01).</summary>
internal sealed class DistributionMetric() : Metric("distribution")
{
    private const int Watch = 1;
    private const int Act = 3;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        if (comparison.Units.By != MonitorSettings.Enumerator) return [];
        var (differ, tested) = (new int[comparison.Units.Names.Length], new int[comparison.Units.Names.Length]);
        foreach (var figure in comparison.Context.Distributions.Figures)
        {
            if (comparison.Units.UnitOf[figure.Row] is not (>= 0 and var unit)) continue;
            tested[unit]++;
            if (figure.Differs) differ[unit]++;
        }

        if (tested.All(n => n == 0)) return [];
        return [.. differ.Select((n, unit) =>
            Judged(tested[unit] == 0 ? null : n, tested[unit], comparison.Units.Interviews[unit].Length, comparison, n >= Act ? Mark.Act : n >= Watch ? Mark.Watch : Mark.None))];
    }
}
