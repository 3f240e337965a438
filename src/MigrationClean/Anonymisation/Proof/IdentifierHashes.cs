using System.Buffers;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>
/// The values of one column that must not leave: how many there are, and hashes of those that may stand in the written texts by their beginning. Columns are
/// gathered apart and put together in order.
/// </summary>
internal sealed class IdentifierHashes
{
    // Room for the longest beginning in letters of two bytes, and for a sign or two before and between them.
    private const int BytesOfBeginning = 18;

    private static readonly SearchValues<byte> OfPeriods = SearchValues.Create("0123456789-Q"u8);

    private readonly FoldedText _folded = new();
    private readonly WordBeginnings _written;
    private readonly List<Identifier> _hashes = [];

    private IdentifierHashes(WordBeginnings written) => _written = written;

    /// <summary>A value that may stand in a written text.</summary>
    /// <param name="Hash">Hash of its letters, not 0.</param>
    /// <param name="Length">Number of letters.</param>
    /// <param name="Beginning"><see cref="IdentifierIndex.Beginning"/> of them.</param>
    public readonly record struct Identifier(ulong Hash, int Length, int Beginning);

    /// <summary>The values that may stand in a written text.</summary>
    public IReadOnlyList<Identifier> Hashes => _hashes;

    /// <summary>Values that are looked for, written or not.</summary>
    public int Count { get; private set; }

    /// <summary>Direct identifiers too short to be told from other answers.</summary>
    public int TooShort { get; private set; }

    /// <summary>Gathers the values of a column. O(distinct values), 16 bytes of memory for each that may stand in a written text.</summary>
    /// <param name="values">The column.</param>
    /// <param name="isDirect">Whether they are identifiers, which must not even occur inside another text.</param>
    /// <param name="written">Beginnings of the texts in which they are looked for.</param>
    public static IdentifierHashes Of(Column values, bool isDirect, WordBeginnings written)
    {
        var hashes = new IdentifierHashes(written);
        for (var code = 1; code < values.ValueCount; code++)
        {
            var utf8 = values.Utf8(code);
            if (!isDirect && IsPeriod(utf8)) continue; // a date in one column is a date in another
            if (hashes.BeginsLikeNothing(utf8))
            {
                hashes.Count++;
                continue;
            }

            hashes._folded.Fold(utf8);
            hashes.Add(isDirect);
        }

        return hashes;
    }

    /// <summary>Whether the value is long enough, no number, and told by its first letters: then the rest need not be read.</summary>
    private bool BeginsLikeNothing(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= BytesOfBeginning || utf8.ContainsAnyInRange((byte)0xCC, (byte)0xCD)) return false; // marks change the letter before them
        var end = BytesOfBeginning;
        while ((utf8[end] & 0xC0) == 0x80) end--; // never within a letter
        _folded.Fold(utf8[..end]);
        var letters = _folded.Letters;
        return letters.Length >= WordBeginnings.Longest && letters.ContainsAnyExceptInRange('0', '9') && !_written.MayHold(letters);
    }

    private void Add(bool isDirect)
    {
        var text = _folded;
        var words = text.Words;
        while (words > 1 && text.StartOf(words) > IdentifierIndex.Longest) words--;
        var letters = text.Letters[..Math.Min(text.StartOf(words), IdentifierIndex.Longest)];
        var isNumber = !letters.ContainsAnyExceptInRange('0', '9');
        if (letters.Length < (isDirect ? (isNumber ? 6 : 3) : (isNumber ? 7 : 6)))
        {
            if (isDirect && letters.Length > 0) TooShort++;
            return;
        }

        Count++;
        Add(letters);
        if (!isDirect || !isNumber || letters.Length is < 9 or > 13) return;

        // A phone may be written with or without country code and zero.
        Span<char> way = stackalloc char[12];
        "996".CopyTo(way);
        letters[^9..].CopyTo(way[3..]);
        Add(way);
        Add(way[3..]);
        way[2] = '0';
        Add(way[2..]);
    }

    private void Add(ReadOnlySpan<char> letters)
    {
        if (!_written.MayHold(letters)) return;
        _hashes.Add(new(IdentifierIndex.HashOf(letters), letters.Length, IdentifierIndex.Beginning(letters)));
    }

    private static bool IsPeriod(ReadOnlySpan<byte> text) =>
        text.Length is 4 or 7 or 10 && !text[..4].ContainsAnyExceptInRange((byte)'0', (byte)'9') && !text[4..].ContainsAnyExcept(OfPeriods);
}
