using MigrationClean.Checks.Numerics;

namespace MigrationClean.Checks.Distribution;

/// <summary>How often an enumerator's people chose each choice, against what those of all others let expect: chi-square.</summary>
internal static class ChoiceShares
{
    private const int MostChoices = 200;
    private const double FewestExpected = 5;

    /// <summary>One figure for each enumerator with enough answers.</summary>
    public static IEnumerable<DistributionFigure> Compare(CheckContext context, AskedColumn column, EnumeratorCells cells, int fewest)
    {
        var values = column.Column.Value;
        if (values.ValueCount is < 3 or > MostChoices) yield break;
        var special = SpecialCodes.Of(column.Question, context.Settings);
        var isCounted = new bool[values.ValueCount];
        for (var code = 1; code < isCounted.Length; code++) isCounted[code] = !column.IsBlank(code) && special.OfChoice(values.Text(code)) is SpecialCode.None or SpecialCode.Other;
        var counts = new int[cells.Count][];
        for (var cell = 0; cell < counts.Length; cell++) counts[cell] = new int[values.ValueCount];
        foreach (var (first, codes) in column.Blocks())
            for (var i = 0; i < codes.Count; i++)
                if (codes[i] > 0 && isCounted[codes[i]] && cells.CellOf[first + i] is >= 0 and var cell) counts[cell][codes[i]]++;

        var strata = new int[cells.Strata][];
        for (var s = 0; s < strata.Length; s++) strata[s] = new int[values.ValueCount];
        for (var cell = 0; cell < counts.Length; cell++)
            for (var code = 1; code < values.ValueCount; code++) strata[cells.StratumOf[cell]][code] += counts[cell][code];
        foreach (var own in Enumerable.Range(0, cells.Count).GroupBy(c => cells.EnumeratorOf[c]))
            if (OfOne(column, [.. own.Select(c => (counts[c], strata[cells.StratumOf[c]]))], cells.FirstRows[own.Key], fewest) is { } figure) yield return figure;
    }

    private static DistributionFigure? OfOne(AskedColumn column, (int[] Own, int[] All)[] cells, int row, int fewest)
    {
        var choices = cells[0].Own.Length;
        var (own, expected, n, others) = (new double[choices], new double[choices], 0, 0);
        foreach (var (counted, all) in cells)
        {
            var (mine, theirs) = (counted.Sum(), all.Sum() - counted.Sum());
            if (mine == 0 || theirs == 0) continue;
            (n, others) = (n + mine, others + theirs);
            for (var code = 1; code < choices; code++)
            {
                own[code] += counted[code];
                expected[code] += (double)mine * (all[code] - counted[code]) / theirs;
            }
        }

        if (n < fewest || others < fewest) return null;
        var (square, parts) = Square(own, expected);
        if (parts < 2) return null;
        var most = Enumerable.Range(1, choices - 1).MaxBy(c => Math.Abs(own[c] - expected[c]));

        // The others' shares are a sample too.
        var p = Tails.ChiSquare(square / (1 + ((double)n / others)), parts - 1);
        return new(row, column, n, own[most] / n, expected[most] / n, column.Column.Value.Text(most), p, Math.Abs(own[most] - expected[most]) / n);
    }

    // Choices that are rare are counted together.
    private static (double Square, int Parts) Square(double[] own, double[] expected)
    {
        var (square, parts, rareOwn, rareExpected) = (0.0, 0, 0.0, 0.0);
        for (var code = 1; code < own.Length; code++)
        {
            if (expected[code] < FewestExpected)
            {
                (rareOwn, rareExpected) = (rareOwn + own[code], rareExpected + expected[code]);
                continue;
            }

            square += (own[code] - expected[code]) * (own[code] - expected[code]) / expected[code];
            parts++;
        }

        if (rareExpected < FewestExpected) return (square, parts);
        return (square + ((rareOwn - rareExpected) * (rareOwn - rareExpected) / rareExpected), parts + 1);
    }
}
