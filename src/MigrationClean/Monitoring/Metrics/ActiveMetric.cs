namespace MigrationClean.Monitoring.Metrics;

/// <summary>Active time over elapsed time of the interviews with an audit log: how long forms lay open.</summary>
internal sealed class ActiveMetric() : Metric("active_share")
{
    private const double Watch = 0.5;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison) => [.. comparison.Units.Interviews.Select(rows =>
    {
        var (active, elapsed, n) = (0.0, 0.0, 0);
        foreach (var row in rows)
        {
            if (comparison.Context.Interviews.AuditOf(row) is not { ActiveMinutes: { } own, ElapsedMinutes: { } all } || all <= 0) continue;
            (active, elapsed, n) = (active + own, elapsed + all, n + 1);
        }

        double? share = n == 0 ? null : active / elapsed;
        return Judged(share, n, n, comparison, Below(share, Watch, 0));
    })];
}
