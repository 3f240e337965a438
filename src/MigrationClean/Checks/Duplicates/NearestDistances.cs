using MigrationClean.Checks.Numerics;

namespace MigrationClean.Checks.Duplicates;

/// <summary>In how many questions interviews differ from the one nearest to them: the base rate against which a limit is judged (cleaning §4.7).</summary>
/// <param name="Min">The smallest.</param>
/// <param name="P1">One in a hundred is as near.</param>
/// <param name="P5">One in twenty is as near.</param>
/// <param name="Median">Half of them are as near.</param>
/// <param name="Interviews">Interviews looked at.</param>
/// <param name="IsSample">Whether these are a sample: each was compared with all others, but not all were looked at.</param>
internal sealed record NearestDistances(double Min, double P1, double P5, double Median, int Interviews, bool IsSample)
{
    private const long MostComparisons = 20_000_000;
    private const int FewestInSample = 50;

    /// <summary>
    /// Of some interviews: exact where they are few; else of interviews at equal steps through the rows, each compared with all, as many as
    /// make twenty million comparisons (fifty at least).
    /// </summary>
    /// <returns><see langword="null"/> for fewer than two interviews.</returns>
    public static NearestDistances? Of(AnswerMatrix matrix, int[] rows, int threads)
    {
        if (rows.Length < 2) return null;
        var sampled = (int)Math.Min(rows.Length, Math.Max(FewestInSample, MostComparisons / rows.Length));
        var nearest = new double[sampled];
        Parallel.For(0, sampled, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
            nearest[i] = Nearest(matrix, rows[(int)((long)i * rows.Length / sampled)], rows));
        Array.Sort(nearest);
        return new(nearest[0], Quantiles.Of(nearest, 0.01), Quantiles.Of(nearest, 0.05), Quantiles.Median(nearest), sampled, sampled < rows.Length);
    }

    /// <summary>The smallest number of questions in which an interview differs from another. O(rows × questions).</summary>
    public static int Nearest(AnswerMatrix matrix, int row, ReadOnlySpan<int> others)
    {
        var best = matrix.ColumnCount + 1;
        foreach (var other in others)
        {
            if (other == row) continue;
            best = Math.Min(best, matrix.Differing(row, other, best - 1));
            if (best == 0) return 0;
        }

        return best;
    }
}
