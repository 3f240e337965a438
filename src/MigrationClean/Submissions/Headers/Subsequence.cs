namespace MigrationClean.Submissions.Headers;

/// <summary>Longest common subsequence of two sequences of keys, and where it is not the only one.</summary>
internal static class Subsequence
{
    /// <summary>No partner.</summary>
    public const int None = -1;

    /// <summary>Longest common subsequences leave open which partner this one has.</summary>
    public const int Open = -2;

    /// <summary>Aligns two sequences in order.</summary>
    /// <param name="left">Keys; <see langword="null"/> matches nothing.</param>
    /// <param name="right">Keys; <see langword="null"/> matches nothing.</param>
    /// <returns>
    /// For each left place: its partner in every longest common subsequence, <see cref="None"/>, or <see cref="Open"/> where several partners
    /// (or several rivals for one partner) serve equally well and no neighbour decides.
    /// </returns>
    /// <remarks>O((r + n) log n), r = pairs of equal keys: as good as linear, as headers hardly repeat.</remarks>
    public static int[] Align(IReadOnlyList<string?> left, IReadOnlyList<string?> right)
    {
        var pairs = Pairs(left, right);
        var forward = Chains(pairs, right.Count, backward: false);
        var backward = Chains(pairs, right.Count, backward: true);
        var longest = forward.Length == 0 ? 0 : forward.Max();
        var best = Enumerable.Range(0, pairs.Count).Where(p => forward[p] + backward[p] - 1 == longest).Select(p => pairs[p]).ToArray();

        var partner = new int[left.Count];
        Array.Fill(partner, None);
        var ofLeft = best.ToLookup(p => p.Left);
        var ofRight = best.ToLookup(p => p.Right);
        foreach (var (l, r) in best) partner[l] = ofLeft[l].Count() == 1 && ofRight[r].Count() == 1 ? r : Open;
        Decide(partner, ofLeft);
        return partner;
    }

    /// <summary>Settles open places by their neighbours: one that continues a settled run, as long as only one does.</summary>
    private static void Decide(int[] partner, ILookup<int, (int Left, int Right)> ofLeft)
    {
        var taken = partner.Where(r => r >= 0).ToHashSet();
        for (var changed = true; changed;)
        {
            changed = false;
            for (var l = 0; l < partner.Length; l++)
            {
                if (partner[l] != Open) continue;
                int[] next = [.. ofLeft[l].Select(p => p.Right).Where(r => !taken.Contains(r) && Continues(partner, l, r))];
                if (next.Length != 1) continue;
                partner[l] = next[0];
                taken.Add(next[0]);
                changed = true;
            }
        }
    }

    private static bool Continues(int[] partner, int left, int right) =>
        (left > 0 && partner[left - 1] >= 0 && partner[left - 1] == right - 1)
        || (left + 1 < partner.Length && partner[left + 1] >= 0 && partner[left + 1] == right + 1);

    private static List<(int Left, int Right)> Pairs(IReadOnlyList<string?> left, IReadOnlyList<string?> right)
    {
        Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
        for (var r = 0; r < right.Count; r++)
        {
            if (right[r] is not { } key) continue;
            if (!places.TryGetValue(key, out var list)) places[key] = list = [];
            list.Add(r);
        }

        List<(int Left, int Right)> pairs = [];
        for (var l = 0; l < left.Count; l++)
            if (left[l] is { } key && places.TryGetValue(key, out var list)) pairs.AddRange(list.Select(r => (l, r)));
        return pairs;
    }

    /// <summary>For each pair the length of the longest chain that ends (or begins) with it.</summary>
    private static int[] Chains(List<(int Left, int Right)> pairs, int width, bool backward)
    {
        var lengths = new int[pairs.Count];
        var best = new int[width + 2]; // a Fenwick tree of maxima over right places
        for (int start = 0, end; start < pairs.Count; start = end)
        {
            // Pairs of one left place must not see each other: query all, then enter all.
            for (end = start; end < pairs.Count && At(end).Left == At(start).Left;) end++;
            for (var p = start; p < end; p++) lengths[Index(p)] = 1 + Query(best, Key(At(p).Right));
            for (var p = start; p < end; p++) Enter(best, Key(At(p).Right) + 1, lengths[Index(p)]);
        }

        return lengths;

        int Index(int p) => backward ? pairs.Count - 1 - p : p;
        (int Left, int Right) At(int p) => pairs[Index(p)];
        int Key(int right) => backward ? width - 1 - right : right;
    }

    private static int Query(int[] tree, int count)
    {
        var max = 0;
        for (var i = count; i > 0; i -= i & -i) max = Math.Max(max, tree[i]);
        return max;
    }

    private static void Enter(int[] tree, int place, int value)
    {
        for (var i = place; i < tree.Length; i += i & -i) tree[i] = Math.Max(tree[i], value);
    }
}
