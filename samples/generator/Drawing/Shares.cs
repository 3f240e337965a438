namespace MigrationClean.Samples.Drawing;

/// <summary>Whole counts for shares, and answers dealt out so that a tally comes out exactly.</summary>
internal static class Shares
{
    /// <summary>Splits a total by weights with the largest-remainder rule; ties go to the earlier weight.</summary>
    public static int[] Split(int total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(w => total * (w / sum)).ToArray();
        var counts = exact.Select(x => (int)Math.Floor(x)).ToArray();
        var order = Enumerable.Range(0, counts.Length).OrderByDescending(i => exact[i] - counts[i]).ThenBy(i => i).ToArray();
        var missing = total - counts.Sum();
        for (var i = 0; i < missing; i++) counts[order[i % order.Length]]++;
        return counts;
    }

    /// <summary>Answers with the given counts in a drawn order, one for each interview.</summary>
    /// <remarks>A count of -1 takes what is left; where several do, the rest is split evenly.</remarks>
    public static string[] Deal(SeededRandom random, int total, params (string Name, int Count)[] counts)
    {
        var rest = total - counts.Where(c => c.Count >= 0).Sum(c => c.Count);
        var open = counts.Count(c => c.Count < 0);
        if (rest < 0 || (rest > 0 && open == 0)) throw new InvalidOperationException($"Counts do not add up to {total}: rest {rest}.");

        var each = Split(rest, [.. Enumerable.Repeat(1.0, Math.Max(open, 1))]);
        var dealt = new List<string>(total);
        var next = 0;
        foreach (var (name, count) in counts) dealt.AddRange(Enumerable.Repeat(name, count >= 0 ? count : each[next++]));
        random.Shuffle(dealt);
        return [.. dealt];
    }

    /// <summary>As <see cref="Deal"/>, from percentages of the total, rounded; -1 takes what is left.</summary>
    public static string[] DealPercent(SeededRandom random, int total, params (string Name, double Percent)[] shares) =>
        Deal(random, total, [.. shares.Select(s => (s.Name, s.Percent < 0 ? -1 : Count(total, s.Percent)))]);

    /// <summary>The count nearest to a percentage of a total, halves up.</summary>
    public static int Count(int total, double percent) => (int)Math.Floor((total * percent / 100) + 0.5);
}
