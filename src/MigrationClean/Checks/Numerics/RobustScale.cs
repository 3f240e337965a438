namespace MigrationClean.Checks.Numerics;

/// <summary>Median and median absolute deviation of a set of values, for the modified z of Iglewicz and Hoaglin 1993 (cleaning §4.5).</summary>
/// <param name="Median">The median.</param>
/// <param name="Mad">The median absolute deviation, unscaled.</param>
/// <param name="MeanDeviation">The mean absolute deviation from the median; the stand-in where more than half of the values are equal.</param>
internal readonly record struct RobustScale(double Median, double Mad, double MeanDeviation)
{
    private const double OfMad = 0.6745;
    private const double OfMeanDeviation = 1.253314;

    /// <summary>Whether anything can be told: the values are not all equal.</summary>
    public bool HasSpread => Mad > 0 || MeanDeviation > 0;

    /// <summary>Of sorted values, at least one. O(n log n).</summary>
    public static RobustScale Of(ReadOnlySpan<double> sorted)
    {
        var median = Quantiles.Median(sorted);
        var deviations = new double[sorted.Length];
        for (var i = 0; i < sorted.Length; i++) deviations[i] = Math.Abs(sorted[i] - median);
        var mean = Sums.Mean(deviations);
        Array.Sort(deviations);
        return new(median, Quantiles.Median(deviations), mean);
    }

    /// <summary>Of values in any order. O(n log n).</summary>
    public static RobustScale Of(IEnumerable<double> values) => Of((ReadOnlySpan<double>)[.. values.Order()]);

    /// <summary>The modified z of a value; 0 where nothing can be told.</summary>
    public double Z(double value) => Mad > 0 ? OfMad * (value - Median) / Mad : MeanDeviation > 0 ? (value - Median) / (OfMeanDeviation * MeanDeviation) : 0;

    /// <summary>The value that has a modified z: the limit on the values' own scale.</summary>
    public double ValueAt(double z) => Mad > 0 ? Median + (z * Mad / OfMad) : Median + (z * OfMeanDeviation * MeanDeviation);
}
