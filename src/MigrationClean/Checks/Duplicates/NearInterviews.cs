using System.Collections.Immutable;

namespace MigrationClean.Checks.Duplicates;

/// <summary>All pairs of interviews that are much alike: sets of equal ones, and pairs of such sets.</summary>
internal sealed class NearInterviews
{
    private readonly Dictionary<int, int[]> _setOf;

    private NearInterviews(ImmutableArray<int[]> sets, ImmutableArray<NearPair> pairs, bool isTooMany)
    {
        (PairsOfSets, IsTooMany) = (pairs, isTooMany);
        _setOf = sets.ToDictionary(s => s[0]);
    }

    /// <summary>Pairs of the first rows of sets of equal interviews.</summary>
    public ImmutableArray<NearPair> PairsOfSets { get; }

    /// <summary>Equal interviews that are pairs by the rule: two rows or more, by first row.</summary>
    public ImmutableArray<int[]> Equal { get; private init; } = [];

    /// <summary>Whether there are so many pairs that the rule does not fit the form; then there are no pairs.</summary>
    public bool IsTooMany { get; }

    /// <summary>The rows with exactly the answers of a row that a pair names, itself included.</summary>
    public int[] SetOf(int row) => _setOf[row];

    /// <summary>Searches.</summary>
    /// <param name="matrix">The answers.</param>
    /// <param name="rule">When two are alike.</param>
    /// <param name="scopes">Rows that are compared with each other, ascending.</param>
    /// <param name="mostPairs">Above so many pairs the search gives up.</param>
    /// <param name="threads">Most workers.</param>
    /// <param name="cancellation">Looked at between groups.</param>
    public static NearInterviews Find(AnswerMatrix matrix, NearRule rule, IEnumerable<int[]> scopes, int mostPairs, int threads, CancellationToken cancellation = default)
    {
        var (sets, pairs) = (new List<int[]>(), new List<NearPair>());
        foreach (var rows in scopes)
        {
            var classes = EqualRows.Of(matrix, rows);
            sets.AddRange(classes);
            if (new NearPairSearch(matrix, rule, mostPairs - pairs.Count, threads).Find([.. classes.Select(c => c[0])], cancellation) is not { } found)
                return new([], [], isTooMany: true);
            pairs.AddRange(found);
        }

        return new([.. sets], [.. pairs], isTooMany: false)
        {
            Equal = [.. sets.Where(s => s.Length > 1 && rule.Holds(new(s[0], s[1], 0, matrix.Answered(s[0]))))],
        };
    }

    /// <summary>Every pair of interviews. As many as there are: for tests and small sets.</summary>
    public IEnumerable<NearPair> AllPairs(AnswerMatrix matrix)
    {
        foreach (var set in Equal)
            for (var i = 0; i < set.Length; i++)
                for (var j = i + 1; j < set.Length; j++) yield return new(set[i], set[j], 0, matrix.Answered(set[i]));
        foreach (var pair in PairsOfSets)
            foreach (var a in SetOf(pair.A))
                foreach (var b in SetOf(pair.B)) yield return pair with { A = Math.Min(a, b), B = Math.Max(a, b) };
    }
}
