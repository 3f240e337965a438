using System.Text;

namespace MigrationClean.Checks.Patterns;

/// <summary>A free text as it is compared: small letters, look-alike letters as one, punctuation and blanks as one blank.</summary>
internal static class FoldedText
{
    // Latin letters that look like Cyrillic ones, and the old or foreign shapes of Kyrgyz letters.
    private const string From = "aceopxykmthbiëёѳӊ";
    private const string To = "асеорхукмтнвіееөң";

    /// <summary>The text folded; "" where it has no letter and no figure.</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            if (char.IsLetterOrDigit(letter)) folded.Append(Folded(char.ToLowerInvariant(letter)));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static char Folded(char letter) => From.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? To[at] : letter;
}
