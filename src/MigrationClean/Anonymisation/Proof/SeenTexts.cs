using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>Remembers the texts met last, told by 64 bits: those of up to seven bytes exactly. Forgets what another text takes the place of.</summary>
internal sealed class SeenTexts
{
    private const int PlaceBits = 15;

    private readonly ulong[] _cells = new ulong[1 << PlaceBits];
    private readonly ulong[] _others = new ulong[1 << PlaceBits];

    /// <summary>Whether the text, not empty, was here lately; from now on it was.</summary>
    public bool Contains(ReadOnlySpan<byte> text, bool isCell)
    {
        var key = ValueKey.Of(text);
        ref var held = ref (isCell ? _cells : _others)[(int)((key * 0x9E3779B97F4A7C15) >> (64 - PlaceBits))];
        if (held == key) return true;
        held = key;
        return false;
    }
}
