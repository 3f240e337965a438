using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>An answer of fewer than two letters, or of keys pressed at random.</summary>
/// <remarks>
/// Noise: one letter four times over, a word that is a piece of a row of keys or repeats one, or a word of five letters and more without a vowel. A text with digits
/// is left alone: it may be a number of a house. Source: cleaning §4.11.
/// </remarks>
internal sealed class NoiseText : TextCheck
{
    private const string Vowels = "aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøаеёиоуыэюяөүіїєәұ";
    private const int LongestRun = 4;
    private const int ShortestKeys = 4;
    private const int ShortestRepeat = 6;
    private const int WordWithoutVowel = 5;

    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

    /// <inheritdoc/>
    public override CheckId Id => new("TXT-04", "noise-text");

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <summary>Whether keys were pressed at random.</summary>
    public static bool IsNoise(string text)
    {
        foreach (var word in text.ToLowerInvariant().Split([' ', ',', '.', ';', '-', '/', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.All(char.IsLetter)) continue;
            if (HasRun(word) || IsKeys(word)) return true;
            if (word.Length >= WordWithoutVowel && word.All(c => LookAlikes.IsLatin(c) || LookAlikes.IsCyrillic(c)) && !word.Any(c => Vowels.Contains(c, StringComparison.Ordinal))) return true;
        }

        return false;
    }

    /// <inheritdoc/>
    protected override Finding? Judge(Answer answer, string text)
    {
        if (text.Any(char.IsDigit)) return null;
        if (text.Count(char.IsLetter) < 2) return text.Trim().Length == 0 ? null : Said(answer, "short");
        return IsNoise(text) ? Said(answer) : null;
    }

    private static bool HasRun(string word)
    {
        for (var i = 0; i + LongestRun <= word.Length; i++)
            if (word.AsSpan(i, LongestRun).IndexOfAnyExcept(word[i]) < 0) return true;
        return false;
    }

    // The whole word is a piece of a row of keys, or repeats one: "property" holds "erty" and is a word.
    private static bool IsKeys(string word)
    {
        if (word.Length >= ShortestKeys && IsPiece(word)) return true;
        for (var unit = 2; unit <= 4 && 2 * unit <= word.Length; unit++)
        {
            var first = word[..unit];
            if (word.Length >= ShortestRepeat && IsPiece(first) && string.Concat(Enumerable.Repeat(first, (word.Length / unit) + 1)).StartsWith(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsPiece(string text) => Array.Exists(Rows, row => row.Contains(text, StringComparison.Ordinal) || Backward(row).Contains(text, StringComparison.Ordinal));

    private static string Backward(string row) => string.Concat(row.Reverse());
}
