using System.Globalization;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>
/// The values that must not occur, as hashes of their folded letters: one pass over a text finds every run of whole words that is one of them.
/// </summary>
/// <remarks>
/// O(1) memory a value. A text costs its letters, and per word a look-up for each longer run; two tables of lengths and beginnings refuse nearly all of
/// them first. A hash of 64 bits meets a wrong value once in 10¹² runs.
/// </remarks>
internal sealed class IdentifierIndex
{
    private const int Longest = 160;
    private const int LongRun = 12;
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Dictionary<ulong, Entry> _entries = [];
    private readonly bool[] _lengths = new bool[Longest + 1];
    private readonly bool[] _beginnings = new bool[1 << 16];

    private readonly record struct Entry(int Source, bool IsDirect);

    /// <summary>Number of values looked for.</summary>
    public int Count => _entries.Count;

    /// <summary>Direct identifiers that are too short to be told from other answers: not proved.</summary>
    public int TooShort { get; private set; }

    /// <summary>Adds a value.</summary>
    /// <param name="text">Its folded text.</param>
    /// <param name="source">Number of its column.</param>
    /// <param name="isDirect">Whether it is an identifier, which must not even occur inside another text; others are looked for as whole cells, or if they are long.</param>
    public void Add(FoldedText text, int source, bool isDirect)
    {
        var words = text.Words;
        while (words > 1 && text.StartOf(words) > Longest) words--;
        var letters = text.Letters[..Math.Min(text.StartOf(words), Longest)];
        var isNumber = letters.IndexOfAnyExceptInRange('0', '9') < 0;
        if (letters.Length < (isDirect ? (isNumber ? 6 : 3) : (isNumber ? 7 : 6)))
        {
            if (isDirect && letters.Length > 0) TooShort++;
            return;
        }

        Add(letters, new(source, isDirect));
        if (!isDirect || !isNumber || letters.Length is < 9 or > 13) return;

        // A phone may be written with or without country code and zero.
        var last = letters[^9..].ToString();
        foreach (var way in (string[])[last, $"0{last}", $"996{last}"]) Add(way, new(source, isDirect));
    }

    /// <summary>Takes out the values that occur in texts which are public anyway, such as labels of released questions.</summary>
    public void Remove(IEnumerable<ulong> hashes)
    {
        foreach (var hash in hashes) _entries.Remove(hash);
    }

    /// <summary>The column that a hash came from.</summary>
    public int SourceOf(ulong hash) => _entries[hash].Source;

    /// <summary>Finds the values in a text.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="isCell">Whether it is a whole cell of data.</param>
    /// <param name="hits">Where the hashes go.</param>
    public void Find(FoldedText text, bool isCell, HashSet<ulong> hits)
    {
        var letters = text.Letters;
        for (var first = 0; first < text.Words; first++)
        {
            var start = text.StartOf(first);
            if (letters.Length - start < 3 || !_beginnings[Beginning(letters[start..])]) continue;

            var hash = Seed;
            var at = start;
            for (var last = first + 1; last <= text.Words; last++)
            {
                var end = text.StartOf(last);
                if (end - start > Longest) end = start + Longest;
                for (; at < end; at++) hash = (hash ^ letters[at]) * Prime;
                if (_lengths[end - start] && _entries.TryGetValue(hash, out var entry) && Counts(entry, first, last, end - start, text, isCell)) hits.Add(hash);
                if (end - start == Longest) break;
            }
        }
    }

    private static bool Counts(Entry entry, int first, int last, int length, FoldedText text, bool isCell) =>
        entry.IsDirect || (isCell && first == 0 && last == text.Words) || (length >= LongRun && last - first >= 2);

    private void Add(ReadOnlySpan<char> letters, Entry entry)
    {
        var hash = Seed;
        foreach (var c in letters) hash = (hash ^ c) * Prime;
        if (_entries.TryGetValue(hash, out var held) && held.IsDirect) return;
        _entries[hash] = entry;
        _lengths[letters.Length] = true;
        _beginnings[Beginning(letters)] = true;
    }

    private static int Beginning(ReadOnlySpan<char> letters) => ((letters[0] * 31 * 31) + (letters[1] * 31) + letters[2]) & 0xFFFF;

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
