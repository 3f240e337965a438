using System.Text;
using MigrationClean.Checks.Texts;

namespace MigrationClean.Checks;

/// <summary>A free text as it is compared: small letters, look-alike letters as one, punctuation and blanks as one blank.</summary>
/// <remarks>Runs over every distinct text of a survey: letters up to the Cyrillic ones are looked up, and the hash makes no string.</remarks>
internal static class FoldedText
{
    // Latin letters that look like Cyrillic ones, small or capital: here every letter counts, whatever the word is written in.
    private const string From = "aceopxykmthbiëё";
    private const string To = "асеорхукмтнвіее";
    private const char FirstCombining = '\u0300';
    private const char Beyond = '\u0530';
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private static readonly char[] Table = [.. Enumerable.Range(0, Beyond).Select(c => Slow((char)c))];

    /// <summary>The text folded; "" where it has no letter and no figure.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in Composed(text))
        {
            if (Folded(letter) is not '\0' and var shape) folded.Append(shape);
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>A hash that equal folded texts share, and how many characters the folded text has.</summary>
    public static (ulong Hash, int Length) HashOf(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (letter is >= FirstCombining and < '\u0370' or >= Beyond) return HashOfFolded(Of(text.ToString()));

        var (hash, length, isBlank) = (Seed, 0, false);
        foreach (var letter in text)
        {
            var shape = Table[letter];
            if (shape == '\0')
            {
                isBlank = length > 0;
                continue;
            }

            if (isBlank)
            {
                hash = (hash ^ ' ') * Prime;
                length++;
                isBlank = false;
            }

            hash = (hash ^ shape) * Prime;
            length++;
        }

        return (hash, length);
    }

    private static (ulong Hash, int Length) HashOfFolded(string folded)
    {
        var hash = Seed;
        foreach (var letter in folded) hash = (hash ^ letter) * Prime;
        return (hash, folded.Length);
    }

    private static string Composed(string text) => text.Normalize(NormalizationForm.FormC);

    private static char Folded(char letter) => letter < Beyond ? Table[letter] : Slow(letter);

    private static char Slow(char letter)
    {
        if (!char.IsLetterOrDigit(letter)) return '\0';
        var small = LookAlikes.Kyrgyz(char.ToLowerInvariant(letter));
        return From.IndexOf(small, StringComparison.Ordinal) is >= 0 and var at ? To[at] : small;
    }
}
