using System.Numerics;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>Hashes of identifiers, each with the column it came from. Of two columns with one value a direct identifier's wins, then the later one.</summary>
/// <remarks>Open addressing at most half full, 12 bytes a slot, made once for the number of values: a million of them take 24 MiB.</remarks>
internal sealed class IdentifierTable
{
    private const int Smallest = 1024;

    private readonly ulong[] _hashes;
    private readonly int[] _sources;
    private readonly int _shift;

    /// <param name="most">Most values that will be added.</param>
    public IdentifierTable(int most)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(Smallest, most * 2L));
        _hashes = new ulong[size];
        _sources = new int[size];
        _shift = 64 - BitOperations.Log2((uint)size);
    }

    /// <summary>Number of values.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a hash that is not 0.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="source">Number of its column, from 0.</param>
    /// <param name="isDirect">Whether it is a direct identifier.</param>
    public void Add(ulong hash, int source, bool isDirect)
    {
        var at = PlaceOf(hash);
        if (_hashes[at] == 0)
        {
            Count++;
            _hashes[at] = hash;
        }
        else if (_sources[at] < 0)
        {
            return; // a direct identifier already
        }

        _sources[at] = isDirect ? ~source : source + 1;
    }

    /// <summary>Takes a hash out, if it is there.</summary>
    public void Remove(ulong hash)
    {
        var at = PlaceOf(hash);
        if (_hashes[at] == 0 || _sources[at] == 0) return;
        _sources[at] = 0; // the slot stays, so that those behind it are still found
        Count--;
    }

    /// <summary>Whether a hash is there, and what it came from.</summary>
    public bool TryFind(ulong hash, out int source, out bool isDirect)
    {
        var at = PlaceOf(hash);
        var held = _hashes[at] == 0 ? 0 : _sources[at];
        isDirect = held < 0;
        source = isDirect ? ~held : held - 1;
        return held != 0;
    }

    private int PlaceOf(ulong hash)
    {
        var at = (int)((hash * 0x9E3779B97F4A7C15) >> _shift);
        while (_hashes[at] != 0 && _hashes[at] != hash) at = (at + 1) & (_hashes.Length - 1);
        return at;
    }
}
