using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The shuffle that both clients use, so that an order can be told again from its seed.</summary>
/// <remarks>Park and Miller's generator, modulus 2147483647, multiplier 16807; inside-out Fisher–Yates. Source: xpath §7.</remarks>
internal static class SeededShuffle
{
    private const long Modulus = 2_147_483_647;
    private const long Multiplier = 16_807;

    /// <summary>The nodes in another order. O(nodes).</summary>
    public static List<Node> Shuffle(IReadOnlyList<Node> nodes, Func<double> draw)
    {
        var shuffled = new List<Node>(nodes.Count);
        for (var i = 0; i < nodes.Count; i++)
        {
            var j = (int)Math.Floor(draw() * (i + 1));
            shuffled.Add(nodes[i]);
            (shuffled[i], shuffled[j]) = (shuffled[j], nodes[i]);
        }

        return shuffled;
    }

    /// <summary>Draws from 0 to below 1 for a seed.</summary>
    public static Func<double> Draws(long seed)
    {
        var state = seed % Modulus;
        if (state <= 0) state += Modulus - 1;
        return () =>
        {
            state = state * Multiplier % Modulus;
            return (state - 1) / (double)(Modulus - 1);
        };
    }

    /// <summary>The seed that a text stands for: the first 8 bytes of its SHA-256 as a signed number; 0 for the empty text.</summary>
    public static long SeedOf(string text) => text.Length == 0 ? 0 : BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
