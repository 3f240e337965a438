using System.Runtime.InteropServices;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Risk;

/// <summary>
/// How many rows count as equal to each row on the quasi-identifiers, under three ways to read a missing value. Source: anonymisation §4.2.
/// </summary>
/// <remarks>
/// Rows are first put together into classes of equal codes, O(rows × keys). Each class then looks only at the classes that share its rarest shown value:
/// far less than all pairs, in the worst case O(classes²).
/// </remarks>
internal sealed class KAnonymity
{
    private const long MostComparisons = 2_000_000_000;

    private KAnonymity(int[] own, int[] support, int[]? wildcard) => (Own, Support, Wildcard) = (own, support, wildcard);

    /// <summary>Rule O, a number a row: same values, and missing equals only missing.</summary>
    public int[] Own { get; }

    /// <summary>Rule S, a number a row: rows that show every value which this row shows. The gate.</summary>
    public int[] Support { get; }

    /// <summary>Rule W, a number a row: equal, or missing in either. <see langword="null"/> where the comparisons would be too many.</summary>
    public int[]? Wildcard { get; }

    /// <summary>Counts.</summary>
    /// <param name="keys">The quasi-identifiers; code 0 is missing. None: all rows are equal.</param>
    /// <param name="rows">Number of rows.</param>
    public static KAnonymity Of(IReadOnlyList<Column> keys, int rows)
    {
        var classes = Classes.Of(keys, rows);
        var support = classes.Count(isWildcard: false);
        var wildcard = classes.Comparisons(isWildcard: true) > MostComparisons ? null : classes.Count(isWildcard: true);
        return new(Fan(classes.Sizes), Fan(support), wildcard is null ? null : Fan(wildcard));

        int[] Fan(int[] byClass) => Array.ConvertAll(classes.OfRow, c => byClass[c]);
    }

    /// <summary>Rows put together by equal codes.</summary>
    private sealed class Classes
    {
        private readonly int[][] _codes;
        private readonly List<int>[][] _holders;

        private Classes(int[] ofRow, int[] sizes, int[][] codes, int[] valueCounts)
        {
            OfRow = ofRow;
            Sizes = sizes;
            _codes = codes;
            _holders = new List<int>[valueCounts.Length][];
            for (var key = 0; key < valueCounts.Length; key++)
            {
                _holders[key] = new List<int>[valueCounts[key]];
                for (var code = 0; code < valueCounts[key]; code++) _holders[key][code] = [];
                for (var c = 0; c < codes.Length; c++) _holders[key][codes[c][key]].Add(c);
            }
        }

        public int[] OfRow { get; }

        public int[] Sizes { get; }

        public static Classes Of(IReadOnlyList<Column> keys, int rows)
        {
            // Equal values must have equal codes.
            Column[] columns = [.. keys.Select(k => k.HasDistinctCodes ? k : k.MapValues(text => text))];
            var ofRow = new int[rows];
            var count = rows == 0 ? 0 : 1;
            foreach (var codes in columns.Select(c => c.CodesOfAllRows()))
            {
                var joined = new Dictionary<long, int>(count);
                for (var row = 0; row < rows; row++)
                {
                    ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(joined, ((long)ofRow[row] << 32) | (uint)codes[row], out var exists);
                    if (!exists) id = joined.Count - 1;
                    ofRow[row] = id;
                }

                count = joined.Count;
            }

            var sizes = new int[count];
            var first = new int[count];
            for (var row = rows - 1; row >= 0; row--)
            {
                sizes[ofRow[row]]++;
                first[ofRow[row]] = row;
            }

            var members = first.Select(row => Array.ConvertAll(columns, c => c.CodeAt(row))).ToArray();
            return new(ofRow, sizes, members, Array.ConvertAll(columns, c => c.ValueCount));
        }

        public long Comparisons(bool isWildcard) => _codes.Sum(codes => Candidates(codes, isWildcard) is { } at ? Cost(at, codes[at], isWildcard) : 0L);

        public int[] Count(bool isWildcard)
        {
            var counts = new int[_codes.Length];
            var all = Sizes.Sum();
            for (var c = 0; c < counts.Length; c++)
            {
                if (Candidates(_codes[c], isWildcard) is not { } key)
                {
                    counts[c] = all; // shows nothing: everybody could be this row
                    continue;
                }

                foreach (var other in _holders[key][_codes[c][key]]) Add(c, other);
                if (isWildcard)
                    foreach (var other in _holders[key][0]) Add(c, other);
            }

            return counts;

            void Add(int c, int other)
            {
                if (Agree(_codes[c], _codes[other], isWildcard)) counts[c] += Sizes[other];
            }
        }

        private static bool Agree(int[] one, int[] other, bool isWildcard)
        {
            for (var key = 0; key < one.Length; key++)
                if (one[key] != 0 && one[key] != other[key] && !(isWildcard && other[key] == 0)) return false;
            return true;
        }

        private long Cost(int key, int code, bool isWildcard) => _holders[key][code].Count + (isWildcard ? _holders[key][0].Count : 0);

        /// <summary>The shown key whose value fewest classes share, or <see langword="null"/> where none is shown.</summary>
        private int? Candidates(int[] codes, bool isWildcard)
        {
            int? best = null;
            for (var key = 0; key < codes.Length; key++)
                if (codes[key] != 0 && (best is not { } held || Cost(key, codes[key], isWildcard) < Cost(held, codes[held], isWildcard))) best = key;
            return best;
        }
    }
}
