using MigrationClean.Checks.Numerics;

namespace MigrationClean.Monitoring;

/// <summary>The robust slope of a line: the median of the slopes of all pairs of points.</summary>
/// <remarks>Source: Theil 1950, Sen 1968.</remarks>
internal static class TheilSen
{
    private const int MostPoints = 600;

    /// <summary>The slope of values on their sequence number 0, 1, …; <see langword="null"/> for fewer than two values.</summary>
    /// <remarks>O(n²) in time and memory up to 600 values; of more, 600 at equal steps are taken.</remarks>
    public static double? Slope(IReadOnlyList<double> values)
    {
        if (values.Count < 2) return null;
        var taken = Math.Min(values.Count, MostPoints);
        var at = Enumerable.Range(0, taken).Select(i => (int)((long)i * values.Count / taken)).ToArray();
        var slopes = new double[taken * (taken - 1) / 2];
        var next = 0;
        for (var i = 0; i < taken; i++)
            for (var j = i + 1; j < taken; j++) slopes[next++] = (values[at[j]] - values[at[i]]) / (at[j] - at[i]);
        Array.Sort(slopes);
        return Quantiles.Median(slopes);
    }
}
