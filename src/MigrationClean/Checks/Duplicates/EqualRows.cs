namespace MigrationClean.Checks.Duplicates;

/// <summary>Puts interviews with exactly the same compared answers together, so that the search meets each set of answers once.</summary>
internal static class EqualRows
{
    /// <summary>The classes by first row, rows ascending. O(rows × questions).</summary>
    public static List<int[]> Of(AnswerMatrix matrix, int[] rows)
    {
        int[] all = [.. Enumerable.Range(0, matrix.ColumnCount)];
        var (order, starts) = AnswerBlocks.Group(matrix, rows, all);
        var classes = new List<int[]>();
        for (var g = 0; g + 1 < starts.Length; g++)
        {
            var group = order.AsSpan(starts[g], starts[g + 1] - starts[g]);
            if (group.Length == 1) classes.Add([group[0]]);
            else classes.AddRange(Parted(matrix, group));
        }

        classes.Sort((x, y) => x[0].CompareTo(y[0]));
        return classes;
    }

    // Rows of one group that differ share a hash by chance, or by a question folded into a byte: few.
    private static IEnumerable<int[]> Parted(AnswerMatrix matrix, Span<int> group)
    {
        group.Sort();
        var parts = new List<List<int>>();
        foreach (var row in group)
        {
            var part = parts.Find(p => matrix.Differing(p[0], row, 0) == 0);
            if (part is null) parts.Add(part = []);
            part.Add(row);
        }

        return parts.Select(p => p.ToArray());
    }
}
