using System.Globalization;
using System.Text;

namespace MigrationClean.Checks.Texts;

/// <summary>Texts brought into one form for comparing: what people mean the same is written the same.</summary>
/// <remarks>
/// Letter case, accents, blanks, punctuation, look-alike letters, <c>ё</c>/<c>е</c>, <c>ѳ</c>/<c>ө</c>, <c>ӊ</c>/<c>ң</c> and the writing of numbers make no difference. All
/// alphabets count; a text without letters and digits gives "". Never shown or stored.
/// </remarks>
internal static class ComparableText
{
    /// <summary>The text for comparing. O(length).</summary>
    public static string Of(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var word in WordsOf(text)) (words.Length > 0 ? words.Append(' ') : words).Append(word);
        return words.ToString();
    }

    /// <summary>The words sorted, each once: two texts of the same words in another order agree.</summary>
    public static string Fingerprint(string text) => string.Join(' ', WordsOf(text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The words, folded, in order; a written number is one word.</summary>
    public static IEnumerable<string> WordsOf(string text)
    {
        if (WrittenNumber.Canonical(text) is { } alone) return [alone];
        return Numbers(string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format))).Select(Folded).Where(word => word.Length > 0);
    }

    // Cuts at blanks and punctuation, but keeps a mark between digits: 89,43 is one word.
    private static IEnumerable<string> Numbers(string text)
    {
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isInside = char.IsLetterOrDigit(text[i]) || IsMark(text[i])
                || (i > 0 && i + 1 < text.Length && text[i] is ',' or '.' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));
            if (isInside) word.Append(text[i]);
            if ((!isInside || i + 1 == text.Length) && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }
    }

    private static string Folded(string word)
    {
        if (WrittenNumber.Canonical(word) is { } number) return number;
        word = LookAlikes.InOneAlphabet(word, cyrillicFirst: true) ?? word;
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            var lower = LookAlikes.Kyrgyz(char.ToLowerInvariant(letter));
            // й is a letter of its own, not an и with a mark.
            if (lower is 'й' or (>= 'а' and <= 'я') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or 'ө' or 'ү' or 'ң') folded.Append(lower);
            else if (lower is 'ё') folded.Append('е');
            else foreach (var part in lower.ToString().Normalize(NormalizationForm.FormD)) if (!IsMark(part)) folded.Append(part);
        }

        return folded.ToString();
    }

    private static bool IsMark(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
