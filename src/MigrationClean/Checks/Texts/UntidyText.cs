using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>Blanks at the ends or doubled, no-break blanks, control characters, letters of two alphabets within a word.</summary>
/// <remarks>Two spellings of one word count as two; the tidy text is what is expected. Source: cleaning §4.11.</remarks>
internal sealed class UntidyText : TextCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("TXT-01", "untidy-text");

    /// <summary>The text without what is untidy; line ends stay.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        var word = new StringBuilder();
        foreach (var letter in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (char.IsLetter(letter))
            {
                word.Append(letter);
                continue;
            }

            End();
            var isBlank = letter is not '\n' && (char.IsWhiteSpace(letter) || letter is '\u200B' or '\uFEFF');
            if (isBlank && tidy.Length > 0 && tidy[^1] is ' ' or '\n') continue;
            if (letter is '\n') while (tidy.Length > 0 && tidy[^1] == ' ') tidy.Length--;
            if (isBlank) tidy.Append(' ');
            else if (letter is '\n' || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format)) tidy.Append(letter);
        }

        End();
        return tidy.ToString().Trim();

        void End()
        {
            if (word.Length == 0) return;
            tidy.Append(LookAlikes.InOneAlphabet(word.ToString()) ?? word.ToString());
            word.Clear();
        }
    }

    /// <inheritdoc/>
    protected override Finding? Judge(Answer answer, string text)
    {
        if (text.All(c => c is > ' ' and < '\u007F')) return null;
        var tidy = Tidy(text);
        if (tidy == text.Replace("\r\n", "\n", StringComparison.Ordinal)) return null;
        var isMixed = tidy.Where(char.IsLetter).SequenceEqual(text.Where(char.IsLetter)) is false;
        return Said(answer, isMixed ? "alphabets" : null, tidy);
    }
}
