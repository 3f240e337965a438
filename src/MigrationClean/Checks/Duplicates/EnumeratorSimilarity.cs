using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;

namespace MigrationClean.Checks.Duplicates;

/// <summary>How alike the interviews of one enumerator are: figures of the supervisor's view (DUP-04, cleaning §4.7 and §8).</summary>
/// <param name="Row">A row of the enumerator: its answer names them.</param>
/// <param name="Interviews">Interviews with enough answers to compare.</param>
/// <param name="MedianNearest">Median number of questions in which an interview differs from the nearest own one.</param>
/// <param name="MedianNearestOfOthers">The same over the interviews of all other enumerators; <see langword="null"/> where there are none.</param>
/// <param name="Silhouette">
/// Mean silhouette width of the interviews as a cluster, −1 to 1: near 1 = far more alike with each other than with those of any other
/// enumerator. <see langword="null"/> for fewer than five interviews, or without another enumerator.
/// </param>
/// <remarks>Source: Rousseeuw 1987, "Silhouettes".</remarks>
internal sealed record EnumeratorSimilarity(int Row, int Interviews, double MedianNearest, double? MedianNearestOfOthers, double? Silhouette)
{
    private const int FewestInCluster = 5;
    private const int MostLookedAt = 200;
    private const int MostInSilhouettes = 3000;

    /// <summary>Median nearest distance over that of the others; <see langword="null"/> where that is not known or 0.</summary>
    public double? Ratio => MedianNearestOfOthers is > 0 and var others ? MedianNearest / others : null;

    /// <summary>Of every enumerator with at least two interviews, in the order of their first row.</summary>
    /// <param name="context">The submissions; the settings of DUP-03 say which questions are compared.</param>
    /// <remarks>
    /// Of an enumerator with many interviews 200 at equal steps are compared with all own ones; for the silhouettes 3,000 interviews at equal
    /// steps in all. O(interviews × questions) beyond that.
    /// </remarks>
    public static ImmutableArray<EnumeratorSimilarity> Of(CheckContext context)
    {
        var values = context.Settings.Of(AllChecks.Find("DUP-03")!);
        var answers = context.Compared(values.Questions);
        var least = values.Whole("min_compared");
        var enumerators = NearDuplicate.Enumerators(context);
        int[][] groups = [.. answers.Rows.Where(r => enumerators[r] != 0 && answers.Matrix.Answered(r) >= least).GroupBy(r => enumerators[r]).Select(g => g.ToArray()).Where(g => g.Length > 1)];
        var nearest = new double[groups.Length][];
        var options = new ParallelOptions { MaxDegreeOfParallelism = context.Threads };
        Parallel.For(0, groups.Length, options, g => nearest[g] = [.. Steps(groups[g], MostLookedAt).Select(r => (double)NearestDistances.Nearest(answers.Matrix, r, groups[g]))]);

        var share = Math.Max(FewestInCluster, MostInSilhouettes / Math.Max(1, groups.Length));
        int[][] clusters = [.. groups.Select(g => Steps(g, share).ToArray())];
        var silhouettes = new double?[groups.Length];
        Parallel.For(0, groups.Length, options, g => silhouettes[g] = SilhouetteOf(answers.Matrix, clusters, g));
        return
        [
            .. groups.Select((group, g) => new EnumeratorSimilarity(
                group[0],
                group.Length,
                Quantiles.MedianOf(nearest[g]),
                groups.Length > 1 ? Quantiles.MedianOf(nearest.Where((_, other) => other != g).SelectMany(n => n)) : null,
                silhouettes[g])),
        ];
    }

    private static IEnumerable<int> Steps(int[] rows, int most)
    {
        var taken = Math.Min(rows.Length, most);
        for (var i = 0; i < taken; i++) yield return rows[(int)((long)i * rows.Length / taken)];
    }

    private static double? SilhouetteOf(AnswerMatrix matrix, int[][] clusters, int own)
    {
        if (clusters[own].Length < FewestInCluster || clusters.Count(c => c.Length >= FewestInCluster) < 2) return null;
        var widths = new double[clusters[own].Length];
        for (var i = 0; i < widths.Length; i++)
        {
            var row = clusters[own][i];
            var within = clusters[own].Where(r => r != row).Average(r => matrix.Differing(row, r, int.MaxValue));
            var beside = clusters.Where((c, other) => other != own && c.Length >= FewestInCluster).Min(c => c.Average(r => matrix.Differing(row, r, int.MaxValue)));
            widths[i] = within == beside ? 0 : (beside - within) / Math.Max(within, beside);
        }

        return Sums.Mean(widths);
    }
}
