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
    /// <summary>Letters after which a value is cut.</summary>
    public const int Longest = 160;

    /// <summary>Number of different <see cref="Beginning"/>s.</summary>
    public const int BeginningCount = 1 << 16;

    private const int LongRun = 12;
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly IdentifierTable _table;
    private readonly bool[] _lengths = new bool[Longest + 1];
    private readonly bool[] _beginnings = new bool[BeginningCount];

    /// <summary>Indexes the values of columns.</summary>
    /// <param name="columns">Each column's values, its number and whether they are direct identifiers.</param>
    public IdentifierIndex(IReadOnlyList<(IdentifierHashes Values, int Source, bool IsDirect)> columns)
    {
        _table = new(columns.Sum(c => c.Values.Hashes.Count));
        foreach (var (values, source, isDirect) in columns)
        {
            foreach (var (hash, length, beginning) in values.Hashes)
            {
                _table.Add(hash, source, isDirect);
                _lengths[length] = true;
                _beginnings[beginning] = true;
            }

            TooShort += values.TooShort;
        }
    }

    /// <summary>Number of values looked for.</summary>
    public int Count => _table.Count;

    /// <summary>Direct identifiers that are too short to be told from other answers: not proved.</summary>
    public int TooShort { get; }

    /// <summary>Takes out the values that occur in texts which are public anyway, such as labels of released questions.</summary>
    public void Remove(IEnumerable<ulong> hashes)
    {
        foreach (var hash in hashes) _table.Remove(hash);
    }

    /// <summary>The column that a hash came from.</summary>
    public int SourceOf(ulong hash) => _table.TryFind(hash, out var source, out _) ? source : throw new ArgumentOutOfRangeException(nameof(hash));

    /// <summary>The hash of folded letters, never 0.</summary>
    public static ulong HashOf(ReadOnlySpan<char> letters)
    {
        var hash = Seed;
        foreach (var c in letters) hash = (hash ^ c) * Prime;
        return Math.Max(hash, 1);
    }

    /// <summary>A number for the first three letters.</summary>
    public static int Beginning(ReadOnlySpan<char> letters) => ((letters[0] * 31 * 31) + (letters[1] * 31) + letters[2]) & (BeginningCount - 1);

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
                if (_lengths[end - start] && _table.TryFind(hash, out _, out var isDirect) && Counts(isDirect, first, last, end - start, text, isCell)) hits.Add(hash);
                if (end - start == Longest) break;
            }
        }
    }

    private static bool Counts(bool isDirect, int first, int last, int length, FoldedText text, bool isCell) =>
        isDirect || (isCell && first == 0 && last == text.Words) || (length >= LongRun && last - first >= 2);

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
