namespace MigrationClean.Benchmarks.Generation;

/// <summary>SplitMix64 seeded by row and column: a smaller export is a prefix of a larger one, and a cell does not depend on the cells before it.</summary>
/// <remarks>Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators".</remarks>
internal struct RowRandom(long row, int column)
{
    private ulong _state = ((ulong)row * 0x9E3779B97F4A7C15) ^ ((ulong)column * 0xD1B54A32D192ED03) ^ 0x5DEECE66D;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool Chance(int percent) => Below(100) < percent;
}
