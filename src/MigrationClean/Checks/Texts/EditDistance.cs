namespace MigrationClean.Checks.Texts;

/// <summary>Damerau–Levenshtein distance in its restricted form (optimal string alignment): insertions, deletions, changes, swaps of neighbours.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 as soon as it is certain to be more. O(length · most).</summary>
    public static int Of(string a, string b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        var (before, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            Array.Fill(row, most + 1);
            row[0] = i;
            var least = row[0];
            for (var j = Math.Max(1, i - most); j <= Math.Min(b.Length, i + most); j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                row[j] = Math.Min(best, most + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > most) return most + 1;
            (before, last, row) = (last, row, before);
        }

        return last[b.Length];
    }
}
