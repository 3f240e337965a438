using MigrationClean.Checks.BackCheck;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>Answers that must not differ and do, of those compared with a second interview (BCK-02).</summary>
/// <param name="pairs">The comparison.</param>
internal sealed class BackCheckMetric(BackCheckPairs pairs) : Metric("back_check")
{
    private const double Watch = 0.05;
    private const double Act = 0.1;
    private const int FewestPairs = 10;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var (differing, compared) = (new int[comparison.Units.Names.Length], new int[comparison.Units.Names.Length]);
        var interviews = new HashSet<int>[comparison.Units.Names.Length];
        for (var unit = 0; unit < interviews.Length; unit++) interviews[unit] = [];
        foreach (var answer in pairs.Compared.Where(a => a.Question.Kind == BackCheckKind.Fixed))
        {
            if (comparison.Units.UnitOf[answer.Row] is not (>= 0 and var unit)) continue;
            interviews[unit].Add(answer.Row);
            compared[unit]++;
            if (answer.Differs) differing[unit]++;
        }

        return [.. compared.Select((n, unit) =>
        {
            double? rate = n == 0 ? null : (double)differing[unit] / n;
            var mark = interviews[unit].Count < FewestPairs ? Mark.Small : rate >= Act ? Mark.Act : rate >= Watch ? Mark.Watch : Mark.None;
            return new MetricValue(Name, rate, interviews[unit].Count, rate is null ? Mark.None : mark);
        })];
    }
}
