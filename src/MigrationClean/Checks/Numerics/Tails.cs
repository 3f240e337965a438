using MathNet.Numerics;

namespace MigrationClean.Checks.Numerics;

/// <summary>Tail probabilities: how odd a count or a deviation is by chance alone. Source: cleaning §8 and §9.</summary>
internal static class Tails
{
    /// <summary>Probability that a binomial count is at least <paramref name="k"/>: exact, summed in logarithms. O(n − k).</summary>
    /// <param name="k">Successes.</param>
    /// <param name="n">Trials.</param>
    /// <param name="p">Probability of a success, 0 to 1.</param>
    public static double BinomialAtLeast(int k, int n, double p)
    {
        if (k <= 0) return 1;
        if (k > n || p <= 0) return 0;
        if (p >= 1) return 1;
        var terms = new double[n - k + 1];
        for (var i = 0; i < terms.Length; i++) terms[i] = Math.Exp(LogBinomial(k + i, n, p));
        return Math.Min(1, Sums.Of(terms));
    }

    /// <summary>Probability that a binomial count is at most <paramref name="k"/>. O(k).</summary>
    public static double BinomialAtMost(int k, int n, double p) => BinomialAtLeast(n - k, n, 1 - p);

    /// <summary>Probability of a chi-square value at least as large.</summary>
    /// <param name="value">The statistic, ≥ 0.</param>
    /// <param name="degrees">Degrees of freedom, ≥ 1.</param>
    public static double ChiSquare(double value, int degrees) => value <= 0 ? 1 : SpecialFunctions.GammaUpperRegularized(degrees / 2.0, value / 2);

    private static double LogBinomial(int k, int n, double p) =>
        SpecialFunctions.GammaLn(n + 1.0) - SpecialFunctions.GammaLn(k + 1.0) - SpecialFunctions.GammaLn(n - k + 1.0) + (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p));
}
