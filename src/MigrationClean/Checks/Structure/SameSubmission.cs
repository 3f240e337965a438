using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>Finds the rows of the main table that are copies of one submission.</summary>
internal static class SameSubmission
{
    /// <summary>
    /// Rows with one identity; where the export knows no root identifier (an edit then renews the identity) also rows of one <c>_id</c>
    /// that the server received at one moment (design §7).
    /// </summary>
    /// <returns>Groups of two rows or more, rows ascending, groups by first row. O(rows).</returns>
    public static List<int[]> Groups(Table main)
    {
        var groups = new List<int[]>();
        if (main.Identity is { } identity) groups.AddRange(RowsByValue(identity));
        if (main.Find("meta/rootUuid") is null && main.Find("KEY") is null && main.Find("_id") is { } id && main.Identity is not null)
        {
            var time = main.Find("_submission_time");
            foreach (var rows in RowsByValue(id.Value))
            {
                var sameTime = rows.GroupBy(row => time?.Value.TextAt(row) ?? "", StringComparer.Ordinal);
                groups.AddRange(sameTime.Select(g => g.ToArray()).Where(g => g.Length > 1));
            }
        }

        return Joined(groups);
    }

    private static IEnumerable<int[]> RowsByValue(Column column)
    {
        var codes = column.CodesOfAllRows();
        if (!column.HasDistinctCodes)
        {
            var first = new Dictionary<int, int>(codes.Length, new CodesByBytes(column));
            for (var row = 0; row < codes.Length; row++)
                if (codes[row] != 0 && !first.TryAdd(codes[row], codes[row])) codes[row] = first[codes[row]];
        }

        var counts = new int[column.ValueCount];
        foreach (var code in codes) counts[code]++;
        var rows = new SortedDictionary<int, List<int>>();
        for (var row = 0; row < codes.Length; row++)
        {
            var code = codes[row];
            if (code == 0 || counts[code] < 2) continue;
            if (!rows.TryGetValue(code, out var same)) rows.Add(code, same = []);
            same.Add(row);
        }

        return rows.Values.Select(same => same.ToArray());
    }

    /// <summary>Groups that share a row are one.</summary>
    private static List<int[]> Joined(List<int[]> groups)
    {
        var joined = new List<SortedSet<int>>();
        var of = new Dictionary<int, SortedSet<int>>();
        foreach (var rows in groups)
        {
            var set = new SortedSet<int>(rows);
            foreach (var other in rows.Select(r => of.GetValueOrDefault(r)).OfType<SortedSet<int>>().Distinct().ToList())
            {
                set.UnionWith(other);
                joined.Remove(other);
            }

            foreach (var row in set) of[row] = set;
            joined.Add(set);
        }

        return [.. joined.Select(s => s.ToArray()).OrderBy(g => g[0])];
    }

    /// <summary>Codes of a column whose equal values may stand under several codes, compared by their bytes.</summary>
    private sealed class CodesByBytes(Column column) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => x == y || column.Utf8(x).SequenceEqual(column.Utf8(y));

        public int GetHashCode(int obj) => ValueKey.Of(column.Utf8(obj)).GetHashCode();
    }
}
