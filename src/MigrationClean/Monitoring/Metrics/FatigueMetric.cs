using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Times;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>Whether interviews get shorter from the first to the last: median of the last third over that of the first.</summary>
internal sealed class FatigueMetric() : Metric("last_third_to_first")
{
    private const double Watch = 0.7;
    private const double Act = 0.5;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison) => [.. comparison.Units.Interviews.Select(rows =>
    {
        var minutes = InOrder(comparison.Facts, rows);
        var third = minutes.Length / 3;
        if (third == 0) return Plain(null, minutes.Length);
        var first = Quantiles.MedianOf(minutes[..third]);
        double? ratio = first > 0 ? Quantiles.MedianOf(minutes[^third..]) / first : null;
        return Judged(ratio, minutes.Length, minutes.Length, comparison, Below(ratio, Watch, Act));
    })];

    /// <summary>Minutes of the interviews by when they were begun; those of unknown length are left out.</summary>
    public static double[] InOrder(InterviewFacts facts, int[] rows) =>
    [
        .. rows.Where(row => !double.IsNaN(facts.Minutes[row]) && facts.Context.Interviews.Times.StartOf(row) != InterviewTimes.Unknown)
            .OrderBy(facts.Context.Interviews.Times.StartOf).ThenBy(row => row).Select(row => facts.Minutes[row]),
    ];
}

/// <summary>By what part an interview is shorter or longer than the one before: slope of ln(minutes) on its number.</summary>
internal sealed class SlopeMetric() : Metric("length_slope")
{
    /// <inheritdoc/>
    public override bool IsJudged => false;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison) => [.. comparison.Units.Interviews.Select(rows =>
    {
        double[] logarithms = [.. FatigueMetric.InOrder(comparison.Facts, rows).Where(m => m > 0).Select(m => Math.Log(m))];
        return logarithms.Length < comparison.FewestInterviews ? Plain(null, logarithms.Length) : Plain(TheilSen.Slope(logarithms), logarithms.Length);
    })];
}
