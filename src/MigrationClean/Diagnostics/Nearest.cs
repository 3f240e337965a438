namespace MigrationClean.Diagnostics;

/// <summary>The name that was probably meant: for "did you mean", never acted on.</summary>
internal static class Nearest
{
    private const int LongestCompared = 64;

    /// <summary>The candidate with the fewest changed letters, at most two or a third of the name; <see langword="null"/> if none is that near.</summary>
    /// <remarks>Case is no difference. Of several the first wins. O(candidates × length²).</remarks>
    public static string? To(string name, IEnumerable<string> candidates)
    {
        if (name.Length > LongestCompared) return null;
        string? best = null;
        var bestDistance = Math.Max(2, name.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= bestDistance) continue;
            var distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < bestDistance && distance < Math.Max(name.Length, candidate.Length)) (best, bestDistance) = (candidate, distance);
        }

        return best;
    }

    /// <summary>Letters inserted, left out or changed (Levenshtein 1966).</summary>
    public static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
