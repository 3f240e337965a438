using System.Text;

namespace MigrationClean.Cleaning.Reading;

/// <summary>How words of a log are compared: case, blanks, hyphens, underscores, points and apostrophes are no difference (cleaning §5.2, §5.3).</summary>
internal static class LogWords
{
    private static readonly string[] Yes = ["yes", "y", "1", "true", "x", "oui", "vrai", "да", "истина", "si", "sí", "verdadero", "wahr", "ja", "ооба", "чын"];
    private static readonly string[] No = ["no", "n", "0", "false", "non", "faux", "нет", "ложь", "falso", "falsch", "nein", "жок", "жалган"];

    /// <summary>A header: lower case, points, blanks, hyphens and underscores as one underscore, none outside.</summary>
    public static string Header(string text) => Folded(text, '_').Trim('_');

    /// <summary>A word: lower case, one blank between words, without apostrophes; ё is е.</summary>
    public static string Word(string text) => Folded(text, ' ').Trim().Replace('ё', 'е');

    /// <summary>What a cell of yes or no says; <see langword="null"/> = neither. A blank is no.</summary>
    public static bool? YesOrNo(string text)
    {
        var word = Word(text);
        if (word.Length == 0 || No.Contains(word, StringComparer.Ordinal)) return false;
        return Yes.Contains(word, StringComparer.Ordinal) ? true : null;
    }

    /// <summary>A name or key as it was meant: no outer blanks, no-break spaces, invisible signs or quotes.</summary>
    public static string Name(string text) =>
        text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim(' ', '\t', '\r', '\n', '\uFEFF', '\u200B', '\u200E', '\u200F', '"', '\'', '“', '”', '„', '«', '»', '‘', '’');

    private static string Folded(string text, char between)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (letter is '\'' or '’' or '‘' or '`' or '\uFEFF' or '\u200B') continue;
            var isBetween = char.IsWhiteSpace(letter) || letter is '_' or '.' or '-' or '\u00A0';
            if (!isBetween) folded.Append(letter);
            else if (folded.Length > 0 && folded[^1] != between) folded.Append(between);
        }

        return folded.ToString();
    }
}
