namespace MigrationClean.Anonymisation.Proof;

/// <summary>
/// With which letters words of the written texts begin: an identifier that begins with others cannot stand there, and nearly all are told by that.
/// </summary>
/// <remarks>128 KiB of bits whatever the number of words. A bit set by another beginning costs a look-up more, never a finding.</remarks>
internal sealed class WordBeginnings
{
    /// <summary>Letters of the longest beginning.</summary>
    public const int Longest = 6;

    /// <summary>Letters of the shortest beginning: identifiers that are looked for are as long.</summary>
    public const int Shortest = 3;

    private const int PlaceBits = 20;

    private readonly ulong[] _bits = new ulong[1 << (PlaceBits - 6)];

    /// <summary>Adds the beginnings of every run of words in a text.</summary>
    public void Add(FoldedText text)
    {
        for (var word = 0; word < text.Words; word++)
        {
            var rest = text.Letters[text.StartOf(word)..];
            for (var length = Shortest; length <= Math.Min(Longest, rest.Length); length++)
            {
                var place = PlaceOf(rest[..length]);
                _bits[place >> 6] |= 1UL << (place & 63);
            }
        }
    }

    /// <summary>Whether a run of words may begin like this text, of three letters and more.</summary>
    public bool MayHold(ReadOnlySpan<char> letters)
    {
        var place = PlaceOf(letters[..Math.Min(Longest, letters.Length)]);
        return (_bits[place >> 6] & (1UL << (place & 63))) != 0;
    }

    private static int PlaceOf(ReadOnlySpan<char> beginning) => (int)((IdentifierIndex.HashOf(beginning) * 0x9E3779B97F4A7C15) >> (64 - PlaceBits));
}
