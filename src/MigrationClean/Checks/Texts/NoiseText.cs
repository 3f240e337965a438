using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>An answer of fewer than two letters, or of keys pressed at random.</summary>
/// <remarks>
/// Noise: one letter four times over, a word that is a piece of a row of keys or repeats one ("property" holds "erty" and is a word), or a word of five letters and more without a
/// vowel. A text with digits is left alone: it may be the number of a house. O(letters), nothing is allocated. Source: cleaning §4.11.
/// </remarks>
internal sealed class NoiseText : TextCheck
{
    private const string Vowels = "aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøаеёиоуыэюяөүіїєәұ";
    private const int LongestRun = 4;
    private const int ShortestKeys = 4;
    private const int ShortestRepeat = 6;
    private const int WordWithoutVowel = 5;

    private static readonly string[] Rows = [.. new[] { "qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю" }.SelectMany(r => (string[])[r, string.Concat(r.Reverse())])];

    /// <inheritdoc/>
    public override CheckId Id => new("TXT-04", "noise-text");

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <summary>Whether keys were pressed at random.</summary>
    public static bool IsNoise(string text)
    {
        Span<char> lower = stackalloc char[64];
        foreach (var range in text.AsSpan().SplitAny([' ', ',', '.', ';', '-', '/', '\n']))
        {
            var word = text.AsSpan(range);
            if (word.Length < ShortestKeys || word.Length > lower.Length) continue;
            word.ToLowerInvariant(lower);
            if (IsNoise(lower[..word.Length])) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override Finding? Judge(Answer answer, string text)
    {
        var letters = 0;
        foreach (var letter in text)
        {
            if (char.IsDigit(letter)) return null;
            if (char.IsLetter(letter)) letters++;
        }

        if (letters < 2) return text.AsSpan().Trim().IsEmpty ? null : Said(answer, "short");
        return IsNoise(text) ? Said(answer) : null;
    }

    private static bool IsNoise(ReadOnlySpan<char> word)
    {
        var (run, hasVowel, hasForeign) = (1, false, false);
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsLetter(word[i])) return false;
            run = i > 0 && word[i] == word[i - 1] ? run + 1 : 1;
            if (run == LongestRun) return true;
            hasVowel |= Vowels.Contains(word[i], StringComparison.Ordinal);
            hasForeign |= !LookAlikes.IsLatin(word[i]) && !LookAlikes.IsCyrillic(word[i]);
        }

        return (!hasVowel && !hasForeign && word.Length >= WordWithoutVowel) || IsPiece(word) || Repeats(word);
    }

    private static bool Repeats(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestRepeat) return false;
        for (var unit = 2; unit <= 4 && 2 * unit <= word.Length; unit++)
            if (word[unit..].SequenceEqual(word[..^unit]) && IsPiece(word[..unit])) return true;
        return false;
    }

    private static bool IsPiece(ReadOnlySpan<char> word)
    {
        foreach (var row in Rows)
            if (row.AsSpan().Contains(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
