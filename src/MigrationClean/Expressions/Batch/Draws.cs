namespace MigrationClean.Expressions.Batch;

/// <summary>Draws for <c>random()</c> and <c>uuid()</c>: always the same ones for a seed, and counted.</summary>
/// <remarks>SplitMix64 (Steele, Lea and Flood, 2014).</remarks>
internal sealed class Draws(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Number of draws so far.</summary>
    public int Count { get; private set; }

    /// <summary>The next, from 0 to below 1.</summary>
    public double Next()
    {
        Count++;
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
