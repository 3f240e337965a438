using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Patterns;

/// <summary>An interview gives the most usual answer nearly everywhere, or the rarest.</summary>
/// <remarks>The mean over select_one questions of −ln(share of the chosen answer), at the ends of all interviews. Source: cleaning §4.6.</remarks>
internal sealed class LowInformation : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-08", "low-information");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Info;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("share", ParameterKind.Number, "0.005"), new("min_n", ParameterKind.Whole, "100")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var (values, main) = (context.Of(this), context.Submissions.Main);
        var (sums, counts) = (new double[main.RowCount], new int[main.RowCount]);
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (column.Question.Type.IsSelectOne() && column.Question.Calculation is null && values.Questions.Takes(column.Question)) Add(column, sums, counts);
        }

        for (var row = 0; row < sums.Length; row++)
            if (counts[row] > 0) sums[row] /= counts[row];
        double[] sorted = [.. Enumerable.Range(0, sums.Length).Where(r => counts[r] > 0).Select(r => sums[r])];
        Array.Sort(sorted);
        if (sorted.Length < values.Whole("min_n"))
        {
            if (sorted.Length > 0) context.NotJudged(Id, null, "too-few", sorted.Length, new FindingArgument("least", values.Text("min_n")));
            yield break;
        }

        var (low, high) = (Quantiles.Of(sorted, values.Number("share")), Quantiles.Of(sorted, 1 - values.Number("share")));
        for (var row = 0; row < sums.Length; row++)
            if (counts[row] > 0 && (sums[row] < low || sums[row] > high)) yield return Found(context, row, sums[row], low, high);
    }

    private static void Add(AskedColumn column, double[] sums, int[] counts)
    {
        var (given, all) = (new int[column.Column.Value.ValueCount], 0);
        foreach (var (_, codes) in column.Blocks())
            foreach (var code in codes.AsSpan())
                if (code > 0)
                {
                    given[code]++;
                    all++;
                }

        var surprise = new double[given.Length];
        for (var code = 1; code < given.Length; code++)
            if (given[code] > 0) surprise[code] = -Math.Log((double)given[code] / all);
        foreach (var (first, codes) in column.Blocks())
            for (var i = 0; i < codes.Count; i++)
                if (codes[i] > 0 && column.RootOf(first + i) is >= 0 and var root)
                {
                    sums[root] += surprise[codes[i]];
                    counts[root]++;
                }
    }

    private Finding Found(CheckContext context, int row, double score, double low, double high) => context.At(this, context.Submissions.Main, row, null) with
    {
        Variant = score < low ? null : "rare",
        Measure = Significant.Text(score),
        Threshold = score < low ? $"<{Significant.Text(low)}" : $">{Significant.Text(high)}",
    };
}
