namespace MigrationClean.Samples.Export;

/// <summary>A canonical Huffman code with limited lengths for one deflate block.</summary>
internal sealed class HuffmanCode
{
    private readonly int[] codes;

    /// <param name="counts">How often each symbol occurs; at least one occurs.</param>
    /// <param name="limit">The longest code in bits. Counts are halved until the code fits.</param>
    public HuffmanCode(int[] counts, int limit)
    {
        var weights = (int[])counts.Clone();
        while (true)
        {
            Lengths = Measure(weights);
            if (Lengths.Max() <= limit) break;
            for (var i = 0; i < weights.Length; i++)
                if (weights[i] > 0) weights[i] = (weights[i] + 1) / 2;
        }

        codes = new int[counts.Length];
        var code = 0;
        for (var bits = 1; bits <= limit; bits++)
        {
            for (var symbol = 0; symbol < codes.Length; symbol++)
                if (Lengths[symbol] == bits) codes[symbol] = code++;
            code <<= 1;
        }
    }

    public int[] Lengths { get; }

    /// <summary>Huffman codes are packed with their highest bit first, unlike everything else in deflate.</summary>
    public void Write(BitWriter bits, int symbol)
    {
        for (var bit = Lengths[symbol] - 1; bit >= 0; bit--) bits.Write((codes[symbol] >> bit) & 1, 1);
    }

    private static int[] Measure(int[] weights)
    {
        var lengths = new int[weights.Length];
        var queue = new PriorityQueue<int[], (long Weight, int Order)>();
        for (var symbol = 0; symbol < weights.Length; symbol++)
            if (weights[symbol] > 0) queue.Enqueue([symbol], (weights[symbol], symbol));
        if (queue.Count == 1) lengths[queue.Peek()[0]] = 1;

        var order = weights.Length;
        while (queue.Count > 1)
        {
            queue.TryDequeue(out var left, out var first);
            queue.TryDequeue(out var right, out var second);
            int[] both = [.. left!, .. right!];
            foreach (var symbol in both) lengths[symbol]++;
            queue.Enqueue(both, (first.Weight + second.Weight, order++));
        }

        return lengths;
    }
}
