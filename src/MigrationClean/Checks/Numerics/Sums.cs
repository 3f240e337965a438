namespace MigrationClean.Checks.Numerics;

/// <summary>Sums by compensated addition (Neumaier), in the order given, and what is made of them. Source: cleaning §9.</summary>
internal static class Sums
{
    /// <summary>The sum.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return sum + lost;
    }

    /// <summary>The mean of at least one value.</summary>
    public static double Mean(ReadOnlySpan<double> values) => Of(values) / values.Length;

    /// <summary>The standard deviation with n − 1, of at least two values.</summary>
    public static double StandardDeviation(ReadOnlySpan<double> values)
    {
        var mean = Mean(values);
        var squares = new double[values.Length];
        for (var i = 0; i < values.Length; i++) squares[i] = (values[i] - mean) * (values[i] - mean);
        return Math.Sqrt(Of(squares) / (values.Length - 1));
    }
}
