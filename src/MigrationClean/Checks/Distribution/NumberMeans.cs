using MathNet.Numerics;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Outliers;

namespace MigrationClean.Checks.Distribution;

/// <summary>An enumerator's mean answer to a numeric question, against what those of all others let expect.</summary>
/// <remarks>The outermost hundredth of the answers at each end is drawn in to the next: one slip of a digit makes no difference of people.</remarks>
internal static class NumberMeans
{
    private const double Outermost = 0.01;

    /// <summary>One figure for each enumerator with enough answers.</summary>
    public static IEnumerable<DistributionFigure> Compare(NumericColumn numbers, AskedColumn column, EnumeratorCells cells, int fewest)
    {
        var plain = numbers.Plain();
        if (plain.Count < 2 * fewest) yield break;
        var (low, high) = (plain.Quantile(Outermost), plain.Quantile(1 - Outermost));
        var (counts, sums, squares) = (new int[cells.Count], new double[cells.Count], new double[cells.Count]);
        foreach (var (first, codes) in column.Blocks())
            for (var i = 0; i < codes.Count; i++)
            {
                if (codes[i] <= 0 || !numbers.IsPlain(codes[i]) || cells.CellOf[first + i] is not (>= 0 and var cell)) continue;
                var value = Math.Clamp(numbers.Values[codes[i]], low, high);
                counts[cell]++;
                sums[cell] += value;
                squares[cell] += value * value;
            }

        var n = counts.Sum();
        if (n < 2 * fewest) yield break;
        var spread = Math.Sqrt(Math.Max(0, (Sums.Of(squares) - (Sums.Of(sums) * Sums.Of(sums) / n)) / (n - 1)));
        if (spread <= 1e-9 * Math.Max(1, Math.Abs(high))) yield break;
        var (strataN, strataSum) = (new int[cells.Strata], new double[cells.Strata]);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            strataN[cells.StratumOf[cell]] += counts[cell];
            strataSum[cells.StratumOf[cell]] += sums[cell];
        }

        foreach (var own in Enumerable.Range(0, cells.Count).GroupBy(c => cells.EnumeratorOf[c]))
        {
            var (mine, theirs, sum, expected) = (0, 0, 0.0, 0.0);
            foreach (var cell in own)
            {
                var others = strataN[cells.StratumOf[cell]] - counts[cell];
                if (counts[cell] == 0 || others == 0) continue;
                (mine, theirs, sum) = (mine + counts[cell], theirs + others, sum + sums[cell]);
                expected += counts[cell] * (strataSum[cells.StratumOf[cell]] - sums[cell]) / others;
            }

            if (mine < fewest || theirs < fewest) continue;
            var size = Math.Abs(sum - expected) / mine / spread;
            var z = size / Math.Sqrt((1.0 / mine) + (1.0 / theirs));
            yield return new(cells.FirstRows[own.Key], column, mine, sum / mine, expected / mine, null, SpecialFunctions.Erfc(z / Math.Sqrt(2)), size);
        }
    }
}
