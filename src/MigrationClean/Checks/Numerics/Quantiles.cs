namespace MigrationClean.Checks.Numerics;

/// <summary>Quantiles and the median. Source: cleaning §9: type 7 of Hyndman and Fan 1996.</summary>
internal static class Quantiles
{
    /// <summary>The quantile of sorted values, linear between neighbours: <c>h = (n − 1) p</c>. O(1).</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    /// <param name="p">Between 0 and 1.</param>
    public static double Of(ReadOnlySpan<double> sorted, double p)
    {
        var h = (sorted.Length - 1) * p;
        var below = (int)Math.Floor(h);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((h - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>The median of sorted values: of an even count the mean of the middle two. O(1).</summary>
    /// <param name="sorted">At least one value, ascending.</param>
    public static double Median(ReadOnlySpan<double> sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median of values in any order. O(n log n).</summary>
    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return Median(sorted);
    }
}
