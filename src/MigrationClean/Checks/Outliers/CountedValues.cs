using MigrationClean.Checks.Numerics;

namespace MigrationClean.Checks.Outliers;

/// <summary>Numbers as distinct values with counts: quantiles and robust scale of as many answers as there are rows, in the time of distinct values.</summary>
internal sealed class CountedValues
{
    private readonly double[] _values;
    private readonly int[] _counts;
    private readonly long[] _upTo;

    private CountedValues(double[] values, int[] counts)
    {
        (_values, _counts, _upTo) = (values, counts, new long[values.Length]);
        var sum = 0L;
        for (var i = 0; i < counts.Length; i++) _upTo[i] = sum += counts[i];
        Count = (int)sum;
    }

    /// <summary>How many values there are in all.</summary>
    public int Count { get; }

    /// <summary>How many are distinct.</summary>
    public int Distinct => _values.Length;

    /// <summary>The smallest; at least one value.</summary>
    public double Min => _values[0];

    /// <summary>The largest; at least one value.</summary>
    public double Max => _values[^1];

    /// <summary>The distinct values, ascending.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>How often each occurs.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Of values in any order; equal ones are put together. O(n log n) in the number of entries.</summary>
    public static CountedValues Of(IReadOnlyCollection<(double Value, int Count)> entries)
    {
        var (values, counts) = (new double[entries.Count], new int[entries.Count]);
        var at = 0;
        foreach (var (value, count) in entries) (values[at], counts[at++]) = (value, count);
        Array.Sort(values, counts);
        at = 0;
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] == values[at]) counts[at] += counts[i];
            else (values[++at], counts[at]) = (values[i], counts[i]);
        }

        return values.Length == 0 ? new([], []) : new(values[..(at + 1)], counts[..(at + 1)]);
    }

    /// <summary>The quantile: type 7, as <see cref="Quantiles.Of"/> of all values. At least one value. O(log distinct).</summary>
    public double Quantile(double p)
    {
        var h = (Count - 1) * p;
        var below = (long)Math.Floor(h);
        var low = At(below);
        return low + ((h - below) * (At(Math.Min(below + 1, Count - 1)) - low));
    }

    /// <summary>The median: of an even count the mean of the middle two.</summary>
    public double Median => Count % 2 == 1 ? At(Count / 2) : (At((Count / 2) - 1) + At(Count / 2)) / 2;

    /// <summary>The mean.</summary>
    public double Mean => Weighted(v => v) / Count;

    /// <summary>The standard deviation with n − 1, of at least two values.</summary>
    public double StandardDeviation
    {
        get
        {
            var mean = Mean;
            return Math.Sqrt(Weighted(v => (v - mean) * (v - mean)) / (Count - 1));
        }
    }

    /// <summary>Median and median absolute deviation. O(distinct).</summary>
    public RobustScale Robust()
    {
        var median = Median;
        var (deviations, counts) = (new double[_values.Length], new int[_values.Length]);

        // Values ascend on both sides of the median, and so do deviations from it: two runs to be merged.
        var above = Array.FindIndex(_values, v => v >= median);
        var below = above - 1;
        for (var i = 0; i < deviations.Length; i++)
        {
            var takesBelow = above == _values.Length || (below >= 0 && median - _values[below] < _values[above] - median);
            var at = takesBelow ? below-- : above++;
            (deviations[i], counts[i]) = (Math.Abs(_values[at] - median), _counts[at]);
        }

        var sorted = new CountedValues(deviations, counts);
        return new(median, sorted.Median, sorted.Mean);
    }

    /// <summary>Kelly's skewness, 0 where the deciles are equal.</summary>
    public double KellySkewness
    {
        get
        {
            var (low, middle, high) = (Quantile(0.1), Quantile(0.5), Quantile(0.9));
            return high == low ? 0 : (high + low - (2 * middle)) / (high - low);
        }
    }

    /// <summary>The values on another scale that keeps their order.</summary>
    public CountedValues Map(Func<double, double> scale) => new([.. _values.Select(scale)], _counts);

    /// <summary>The values without one.</summary>
    public CountedValues Without(double value) => Of([.. _values.Zip(_counts).Where(p => p.First != value)]);

    /// <summary>How often a value occurs.</summary>
    public int CountOf(double value) => Array.BinarySearch(_values, value) is >= 0 and var at ? _counts[at] : 0;

    private double At(long index)
    {
        var (low, high) = (0, _upTo.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_upTo[middle] > index) high = middle;
            else low = middle + 1;
        }

        return _values[low];
    }

    private double Weighted(Func<double, double> of)
    {
        var terms = new double[_values.Length];
        for (var i = 0; i < terms.Length; i++) terms[i] = _counts[i] * of(_values[i]);
        return Sums.Of(terms);
    }
}
