namespace MigrationClean.Samples.Export;

/// <summary>Compresses with a fixed procedure of our own, because the bytes of a system library change with its version and
/// machine.</summary>
/// <remarks>RFC 1951: blocks of dynamic Huffman codes over LZ77 matches of 3 to 258 bytes, found in chains of equal hashes.</remarks>
internal static class Deflate
{
    private const int Window = 32768;
    private const int TokensPerBlock = 60000;
    private const int LongestChain = 48;

    private static readonly int[] LengthBase =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] LengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];

    private static readonly int[] DistanceBase =
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769,
        1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577,
    ];

    private static readonly int[] DistanceExtra =
        [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

    private static readonly int[] CodeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    public static byte[] Compress(byte[] data)
    {
        var bits = new BitWriter();
        var tokens = Matches(data);
        for (var from = 0; from < tokens.Count || from == 0; from += TokensPerBlock)
        {
            var count = Math.Min(TokensPerBlock, tokens.Count - from);
            WriteBlock(bits, tokens, from, count, from + count >= tokens.Count);
        }

        return bits.ToArray();
    }

    /// <summary>Literals as (byte, 0) and matches as (length, distance).</summary>
    private static List<(int Value, int Distance)> Matches(byte[] data)
    {
        var tokens = new List<(int Value, int Distance)>();
        var head = new int[1 << 16];
        Array.Fill(head, -1);
        var previous = new int[data.Length];
        var at = 0;
        while (at < data.Length)
        {
            var (length, distance) = Longest(data, at, head, previous);
            if (length < 3) length = 1;
            tokens.Add(length == 1 ? (data[at], 0) : (length, distance));
            for (var end = at + length; at < end; at++)
            {
                if (at + 2 >= data.Length) continue;
                var hash = Hash(data, at);
                previous[at] = head[hash];
                head[hash] = at;
            }
        }

        return tokens;
    }

    private static (int Length, int Distance) Longest(byte[] data, int at, int[] head, int[] previous)
    {
        if (at + 2 >= data.Length) return (0, 0);

        var (best, distance) = (0, 0);
        var limit = Math.Min(258, data.Length - at);
        var candidate = head[Hash(data, at)];
        for (var tries = 0; tries < LongestChain && candidate >= 0 && at - candidate <= Window; tries++, candidate = previous[candidate])
        {
            var length = 0;
            while (length < limit && data[candidate + length] == data[at + length]) length++;
            if (length > best) (best, distance) = (length, at - candidate);
            if (best == limit) break;
        }

        return (best, distance);
    }

    private static int Hash(byte[] data, int at) => ((data[at] * 0x1F35) ^ (data[at + 1] * 0x5F5) ^ (data[at + 2] * 0x35)) & 0xFFFF;

    private static void WriteBlock(BitWriter bits, List<(int Value, int Distance)> tokens, int from, int count, bool last)
    {
        var literalCounts = new int[286];
        var distanceCounts = new int[30];
        literalCounts[256] = 1;
        foreach (var (value, distance) in tokens.Skip(from).Take(count))
        {
            literalCounts[distance == 0 ? value : 257 + Slot(LengthBase, value)]++;
            if (distance > 0) distanceCounts[Slot(DistanceBase, distance)]++;
        }

        if (distanceCounts.All(c => c == 0)) distanceCounts[0] = 1;
        var literals = new HuffmanCode(literalCounts, 15);
        var distances = new HuffmanCode(distanceCounts, 15);
        bits.Write(last ? 1 : 0, 1);
        bits.Write(2, 2);
        WriteCodes(bits, literals, distances);
        foreach (var (value, distance) in tokens.Skip(from).Take(count))
        {
            if (distance == 0)
            {
                literals.Write(bits, value);
                continue;
            }

            var slot = Slot(LengthBase, value);
            literals.Write(bits, 257 + slot);
            bits.Write(value - LengthBase[slot], LengthExtra[slot]);
            slot = Slot(DistanceBase, distance);
            distances.Write(bits, slot);
            bits.Write(distance - DistanceBase[slot], DistanceExtra[slot]);
        }

        literals.Write(bits, 256);
    }

    private static void WriteCodes(BitWriter bits, HuffmanCode literals, HuffmanCode distances)
    {
        int[] lengths = [.. literals.Lengths, .. distances.Lengths];
        var counts = new int[19];
        foreach (var length in lengths) counts[length]++;
        var code = new HuffmanCode(counts, 7);
        bits.Write(literals.Lengths.Length - 257, 5);
        bits.Write(distances.Lengths.Length - 1, 5);
        bits.Write(CodeLengthOrder.Length - 4, 4);
        foreach (var symbol in CodeLengthOrder) bits.Write(code.Lengths[symbol], 3);
        foreach (var length in lengths) code.Write(bits, length);
    }

    private static int Slot(int[] bases, int value)
    {
        var slot = Array.BinarySearch(bases, value);
        return slot >= 0 ? slot : ~slot - 1;
    }
}
