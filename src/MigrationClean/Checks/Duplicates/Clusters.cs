namespace MigrationClean.Checks.Duplicates;

/// <summary>Interviews joined by pairs: connected components. Each row's nearest other is kept with them.</summary>
internal sealed class Clusters
{
    private const int MostEqual = 50;

    private readonly Dictionary<int, int> _parents = [];
    private readonly Dictionary<int, List<NearPair>> _pairs = [];

    /// <summary>Joins all pairs. O(pairs).</summary>
    public Clusters(NearInterviews near, AnswerMatrix matrix)
    {
        // Of very many equal interviews each is a pair with the first alone.
        foreach (var set in near.Equal)
            for (var i = 0; i < (set.Length > MostEqual ? 1 : set.Length); i++)
                for (var j = i + 1; j < set.Length; j++) Join(new(set[i], set[j], 0, matrix.Answered(set[0])));
        foreach (var pair in near.PairsOfSets)
        {
            var (first, second) = (near.SetOf(pair.A), near.SetOf(pair.B));
            Join(pair);
            foreach (var a in first.Skip(1)) Join(Ordered(pair, a, pair.B));
            foreach (var b in second.Skip(1)) Join(Ordered(pair, pair.A, b));
        }
    }

    /// <summary>The rows that are in a pair, ascending.</summary>
    public IEnumerable<int> Rows => _pairs.Keys.Order();

    /// <summary>The clusters, rows ascending, by first row.</summary>
    public IEnumerable<int[]> All => _parents.Keys.GroupBy(Root).Select(g => g.Order().ToArray()).OrderBy(g => g[0]);

    /// <summary>The pairs of a row, nearest first, then by row.</summary>
    public IEnumerable<NearPair> PairsOf(int row) => _pairs[row].OrderBy(p => p.Differing).ThenBy(p => p.A).ThenBy(p => p.B);

    private static NearPair Ordered(NearPair pair, int a, int b) => pair with { A = Math.Min(a, b), B = Math.Max(a, b) };

    private void Join(NearPair pair)
    {
        Add(pair.A, pair);
        Add(pair.B, pair);
        var (a, b) = (Root(pair.A), Root(pair.B));
        if (a != b) _parents[Math.Max(a, b)] = Math.Min(a, b);
    }

    private void Add(int row, NearPair pair)
    {
        _parents.TryAdd(row, row);
        if (!_pairs.TryGetValue(row, out var pairs)) _pairs.Add(row, pairs = []);
        pairs.Add(pair);
    }

    private int Root(int row)
    {
        while (_parents[row] != row) row = _parents[row] = _parents[_parents[row]];
        return row;
    }
}
