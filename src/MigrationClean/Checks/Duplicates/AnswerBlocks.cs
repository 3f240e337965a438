namespace MigrationClean.Checks.Duplicates;

/// <summary>Deals questions into blocks that tell interviews apart about equally well, and groups interviews that agree in a block.</summary>
/// <remarks>Two interviews that differ in at most d questions agree in all of at least one of d + 1 blocks (cleaning §4.7).</remarks>
internal static class AnswerBlocks
{
    /// <summary>The blocks: questions by falling entropy, each to the block that has least. O(rows × questions).</summary>
    /// <param name="matrix">The answers.</param>
    /// <param name="rows">The interviews that count.</param>
    /// <param name="columns">The questions that are dealt.</param>
    /// <param name="blocks">How many blocks; some stay empty where there are fewer questions.</param>
    public static int[][] Deal(AnswerMatrix matrix, ReadOnlySpan<int> rows, int[] columns, int blocks)
    {
        var entropy = Entropy(matrix, rows);
        var dealt = Enumerable.Range(0, blocks).Select(_ => new List<int>()).ToArray();
        var held = new double[blocks];
        foreach (var column in columns.OrderByDescending(c => entropy[c]).ThenBy(c => c))
        {
            var least = 0;
            for (var block = 1; block < blocks; block++)
                if (held[block] < held[least] || (held[block] == held[least] && dealt[block].Count < dealt[least].Count)) least = block;
            dealt[least].Add(column);
            held[least] += entropy[column];
        }

        return [.. dealt.Select(d => d.ToArray())];
    }

    /// <summary>The interviews in an order in which those that agree in a block follow each other. O(rows × questions + rows log rows).</summary>
    /// <returns>The rows, and the first place of each group with the length as last entry. Interviews that do not agree may share a group by chance.</returns>
    public static (int[] Order, int[] Starts) Group(AnswerMatrix matrix, ReadOnlySpan<int> rows, int[] block)
    {
        var (hashes, order) = (new uint[rows.Length], rows.ToArray());
        for (var i = 0; i < order.Length; i++) hashes[i] = Hash(matrix.Line(order[i]), block);
        Array.Sort(hashes, order);
        var starts = new List<int>();
        for (var i = 0; i < order.Length; i++)
            if (i == 0 || hashes[i] != hashes[i - 1]) starts.Add(i);
        starts.Add(order.Length);
        return (order, [.. starts]);
    }

    private static uint Hash(ReadOnlySpan<byte> line, int[] block)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var column in block) hash = (hash ^ line[column]) * 0x100000001B3UL;
        hash ^= hash >> 32;
        return (uint)((hash * 0x9E3779B97F4A7C15UL) >> 32);
    }

    private static double[] Entropy(AnswerMatrix matrix, ReadOnlySpan<int> rows)
    {
        var counts = new int[matrix.ColumnCount * 256];
        foreach (var row in rows)
        {
            var line = matrix.Line(row);
            for (var c = 0; c < line.Length; c++) counts[(c << 8) | line[c]]++;
        }

        var entropy = new double[matrix.ColumnCount];
        for (var c = 0; c < entropy.Length; c++)
            foreach (var count in counts.AsSpan(c << 8, 256))
                if (count > 0) entropy[c] -= (double)count / rows.Length * Math.Log2((double)count / rows.Length);
        return entropy;
    }
}
