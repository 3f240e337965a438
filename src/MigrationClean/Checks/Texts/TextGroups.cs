using System.Collections.Immutable;

namespace MigrationClean.Checks.Texts;

/// <summary>Groups texts that mean the same: of the same words, or alike but for slips of the pen.</summary>
/// <remarks>
/// Alike: longer than five letters and a similarity (1 − distance / longer length) of at least 0.85; joined around the most frequent, so that no chain
/// leads from one word to a quite different one. O(words²) with a check of lengths first, so at most <see cref="MostCompared"/> different ones
/// are compared. Source: cleaning §4.10.
/// </remarks>
internal static class TextGroups
{
    /// <summary>Most different texts that are compared with each other: the most frequent ones.</summary>
    internal const int MostCompared = 2000;

    private const double LeastSimilarity = 0.85;
    private const int ShortestCompared = 6;

    /// <summary>The groups, the most frequent first; in each the keys of its texts, the most frequent first.</summary>
    /// <param name="texts">Different texts, how often each occurs, and a key for it.</param>
    /// <param name="leftOut">Number of occurrences of texts that were too many to be compared.</param>
    public static List<ImmutableArray<int>> Of(IEnumerable<(string Text, int Count, int Key)> texts, out int leftOut)
    {
        var words = texts
            .GroupBy(t => ComparableText.Fingerprint(t.Text), StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0)
            .Select(g => (Print: g.Key, Count: g.Sum(t => t.Count), Keys: g.OrderByDescending(t => t.Count).ThenBy(t => t.Text, StringComparer.Ordinal).Select(t => t.Key).ToList()))
            .OrderByDescending(w => w.Count).ThenBy(w => w.Print, StringComparer.Ordinal)
            .ToList();
        leftOut = words.Skip(MostCompared).Sum(w => w.Count);

        var groups = new List<(string Print, int Count, List<int> Keys)>();
        foreach (var word in words.Take(MostCompared))
        {
            var like = groups.FindIndex(g => AreAlike(g.Print, word.Print));
            if (like < 0) groups.Add(word);
            else
            {
                groups[like].Keys.AddRange(word.Keys);
                groups[like] = groups[like] with { Count = groups[like].Count + word.Count };
            }
        }

        return [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.Print, StringComparer.Ordinal).Select(g => g.Keys.ToImmutableArray())];
    }

    private static bool AreAlike(string a, string b)
    {
        var longer = Math.Max(a.Length, b.Length);
        if (Math.Min(a.Length, b.Length) < ShortestCompared) return false;
        var most = (int)Math.Floor((1 - LeastSimilarity) * longer + 1e-9);
        return most > 0 && EditDistance.Of(a, b, most) <= most;
    }
}
