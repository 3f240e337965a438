namespace MigrationClean.Monitoring.Metrics;

/// <summary>Whipple's index of the ages.</summary>
/// <remarks>Both size and p count, as small samples reach any size by chance. Source: cleaning §8; United Nations scale.</remarks>
internal sealed class WhippleMetric() : Metric("whipple")
{
    private const double WatchIndex = 110;
    private const double ActIndex = 125;

    /// <inheritdoc/>
    public override double WatchTail => DigitLimits.WatchP;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var ages = comparison.Units.Names.Select(_ => new AgeCounts()).ToArray();
        DigitQuestions.ForEach(DigitQuestions.Ages(comparison.Context), (row, age) =>
        {
            if (comparison.Units.InterviewOf[row] is >= 0 and var unit) ages[unit].Add(age);
        });
        return ages.All(a => a.InWhipple == 0) ? [] : [.. ages.Select(a => Of(a, comparison.FewestValues))];
    }

    /// <summary>The figure of some ages.</summary>
    public MetricValue Of(AgeCounts ages, int fewest)
    {
        if (ages.Whipple is not { } index) return Plain(null, 0);
        if (ages.InWhipple < fewest) return new(Name, index, ages.InWhipple, Mark.Small);
        var p = ages.WhippleProbability;
        return new(Name, index, ages.InWhipple, index >= ActIndex && p < DigitLimits.ActP ? Mark.Act : index >= WatchIndex && p < DigitLimits.WatchP ? Mark.Watch : Mark.None);
    }
}

/// <summary>The digit preference score of the last digits of ages or of other numbers.</summary>
/// <param name="name">Its name.</param>
/// <param name="isOfAges">Whether ages are looked at, or other whole numbers.</param>
internal sealed class DigitScoreMetric(string name, bool isOfAges) : Metric(name)
{
    private const double WatchScore = 13;
    private const double ActScore = 20;

    /// <inheritdoc/>
    public override double WatchTail => DigitLimits.WatchP;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var digits = DigitLimits.Count(comparison, isOfAges);
        return digits.All(d => d.N == 0) ? [] : [.. digits.Select(d => Of(d, comparison.FewestValues))];
    }

    /// <summary>The figure of some digits.</summary>
    public MetricValue Of(DigitCounts digits, int fewest)
    {
        if (digits.N == 0) return Plain(null, 0);
        if (digits.N < fewest) return new(Name, digits.Score, digits.N, Mark.Small);
        var (score, p) = (digits.Score, digits.Probability);
        return new(Name, score, digits.N, score >= ActScore && p < DigitLimits.ActP ? Mark.Act : score >= WatchScore && p < DigitLimits.WatchP ? Mark.Watch : Mark.None);
    }
}

/// <summary>The share of numbers that end in 0 or 5, beside the score.</summary>
internal sealed class FivesMetric() : Metric("digit_fives")
{
    /// <inheritdoc/>
    public override bool IsJudged => false;

    /// <inheritdoc/>
    public override MetricValue[] Of(Comparison comparison)
    {
        var digits = DigitLimits.Count(comparison, isOfAges: false);
        return digits.All(d => d.N == 0) ? [] : [.. digits.Select(d => Plain(d.N == 0 ? null : d.ShareOfFives, d.N))];
    }
}

/// <summary>What the figures of digits share.</summary>
internal static class DigitLimits
{
    /// <summary>Under it chance is no likely cause: look at it.</summary>
    public const double WatchP = 0.05;

    /// <summary>Under it act.</summary>
    public const double ActP = 0.01;

    /// <summary>The last digits of each unit.</summary>
    public static DigitCounts[] Count(Comparison comparison, bool isOfAges)
    {
        var digits = comparison.Units.Names.Select(_ => new DigitCounts()).ToArray();
        var columns = isOfAges ? DigitQuestions.Ages(comparison.Context) : DigitQuestions.Others(comparison.Context);
        DigitQuestions.ForEach(columns, (row, number) =>
        {
            if ((isOfAges || Math.Abs(number) >= 10) && comparison.Units.InterviewOf[row] is >= 0 and var unit) digits[unit].Add(number);
        });
        return digits;
    }
}
