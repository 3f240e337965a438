namespace MigrationClean.Samples.Drawing;

/// <summary>The only source of chance in the samples: the same seed gives the same numbers on every machine.</summary>
/// <remarks>
/// xoshiro256** 1.0 (Blackman and Vigna, 2018), its state filled from the seed by SplitMix64. Only integer arithmetic and exact
/// operations on doubles are used, so that no mathematics library can change a byte.
/// </remarks>
internal sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public SeededRandom(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    public ulong Next()
    {
        var result = ulong.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = ulong.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A whole number from 0 to <paramref name="limit"/> - 1, without bias (values past the last whole multiple are
    /// redrawn).</summary>
    public int Below(int limit)
    {
        var bound = (ulong)limit;
        var last = ulong.MaxValue - (ulong.MaxValue % bound) - 1;
        ulong drawn;
        do
        {
            drawn = Next();
        }
        while (drawn > last);
        return (int)(drawn % bound);
    }

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>0 ≤ x &lt; 1, in steps of 2^-53.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>About normal with mean 0 and deviation 1, never beyond ±6: the sum of twelve uniform numbers minus 6.</summary>
    public double Normal()
    {
        var sum = 0.0;
        for (var i = 0; i < 12; i++) sum += Unit();
        return sum - 6;
    }

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>Fisher and Yates, from the end.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A version 4 UUID in lower case, made of 128 drawn bits.</summary>
    public string Uuid()
    {
        var high = (Next() & 0xFFFFFFFFFFFF0FFF) | 0x4000;
        var low = (Next() & 0x3FFFFFFFFFFFFFFF) | 0x8000000000000000;
        var hex = high.ToString("x16") + low.ToString("x16");
        return $"{hex[..8]}-{hex[8..12]}-{hex[12..16]}-{hex[16..20]}-{hex[20..]}";
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
