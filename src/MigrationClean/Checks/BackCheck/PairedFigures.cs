using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MigrationClean.Checks.Numerics;

namespace MigrationClean.Checks.BackCheck;

/// <summary>How two answers of the same people to one question lie: paired test, simple response variance, reliability.</summary>
/// <param name="Pairs">Pairs of numbers.</param>
/// <param name="MeanDifference">Mean of second less first.</param>
/// <param name="P">Of the paired t test, or of the test of two proportions where answers are 1 and 0; <see langword="null"/> without a spread.</param>
/// <param name="SignedRankP">Of Wilcoxon's signed rank test; <see langword="null"/> for proportions or without a difference.</param>
/// <param name="ResponseVariance">Sum of squared differences over 2n.</param>
/// <param name="Reliability">1 less response variance over the variance of all answers; <see langword="null"/> where all are equal.</param>
/// <remarks>Source: cleaning §4.14; Hansen, Hurwitz and Bershad 1961; bcstats.</remarks>
internal sealed record PairedFigures(int Pairs, double MeanDifference, double? P, double? SignedRankP, double ResponseVariance, double? Reliability)
{
    /// <summary>Of pairs of numbers; <see langword="null"/> for fewer than two.</summary>
    public static PairedFigures? Of(IReadOnlyList<(double First, double Second)> pairs)
    {
        if (pairs.Count < 2) return null;
        double[] differences = [.. pairs.Select(p => p.Second - p.First)];
        var n = differences.Length;
        var (mean, spread) = (Sums.Mean(differences), Sums.StandardDeviation(differences));
        var variance = Math.Pow(Sums.StandardDeviation([.. pairs.Select(p => p.First), .. pairs.Select(p => p.Second)]), 2);
        var response = Sums.Of([.. differences.Select(d => d * d)]) / (2 * n);
        var isProportion = pairs.All(p => p.First is 0 or 1 && p.Second is 0 or 1);
        var p = isProportion ? OfProportions(differences) : spread == 0 ? null : (double?)(2 * StudentT.CDF(0, 1, n - 1, -Math.Abs(mean / (spread / Math.Sqrt(n)))));
        return new(n, mean, p, isProportion ? null : SignedRank(differences), response, variance == 0 ? null : 1 - (response / variance));
    }

    // McNemar's exact test: of those that changed, as many each way.
    private static double? OfProportions(double[] differences)
    {
        var (up, down) = (differences.Count(d => d > 0), differences.Count(d => d < 0));
        return up + down == 0 ? null : Math.Min(1, 2 * Tails.BinomialAtLeast(Math.Max(up, down), up + down, 0.5));
    }

    // Normal approximation with ties; zeros are left out.
    private static double? SignedRank(double[] differences)
    {
        double[] sorted = [.. differences.Where(d => d != 0).OrderBy(Math.Abs)];
        if (sorted.Length == 0) return null;
        var (positive, ties) = (0.0, 0.0);
        for (var i = 0; i < sorted.Length;)
        {
            var end = i;
            while (end < sorted.Length && Math.Abs(sorted[end]) == Math.Abs(sorted[i])) end++;
            var rank = (i + 1 + end) / 2.0;
            positive += rank * sorted[i..end].Count(d => d > 0);
            var tied = (double)(end - i);
            ties += (tied * tied * tied) - tied;
            i = end;
        }

        var n = (double)sorted.Length;
        var variance = (n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48);
        return variance <= 0 ? null : SpecialFunctions.Erfc(Math.Abs(positive - (n * (n + 1) / 4)) / Math.Sqrt(2 * variance));
    }
}
