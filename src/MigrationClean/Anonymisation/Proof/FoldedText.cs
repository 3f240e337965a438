using System.Globalization;
using System.Text;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>
/// A text as an attacker would compare it: letters and digits alone, in small letters, look-alikes as Latin, without marks and zero-width characters,
/// with the places where its words begin. Source: anonymisation §8, number 29.
/// </summary>
internal sealed class FoldedText
{
    // Cyrillic letters that look like Latin ones, and the Latin ones.
    private const string Cyrillic = "авекмнорстухіјѕһү";
    private const string Latin = "abekmhopctyxijshy";

    private static readonly byte[] AsciiFolds = [.. Enumerable.Range(0, 128).Select(c => (byte)FoldAscii((char)c))];

    // Latin, Greek, Cyrillic and marks: nearly every letter of a survey, looked up.
    private static readonly char[] Folds = [.. Enumerable.Range(0, 0x600).Select(c => c < 128 ? FoldAscii((char)c) : FoldOther((char)c))];

    private char[] _letters = new char[256];
    private int[] _starts = new int[64];
    private char[] _decoded = new char[256];

    /// <summary>Letters and digits of the text.</summary>
    public ReadOnlySpan<char> Letters => _letters.AsSpan(0, Length);

    /// <summary>Number of letters and digits.</summary>
    public int Length { get; private set; }

    /// <summary>Number of words.</summary>
    public int Words { get; private set; }

    /// <summary>Where a word begins in <see cref="Letters"/>; for <see cref="Words"/> the end of the last.</summary>
    public int StartOf(int word) => word < Words ? _starts[word] : Length;

    /// <summary>As <see cref="Fold(ReadOnlySpan{char})"/>, for UTF-8; text of ASCII alone is never decoded.</summary>
    public void Fold(ReadOnlySpan<byte> utf8)
    {
        if (!Ascii.IsValid(utf8))
        {
            if (_decoded.Length < utf8.Length) _decoded = new char[utf8.Length * 2];
            Fold(_decoded.AsSpan(0, Encoding.UTF8.GetChars(utf8, _decoded)));
            return;
        }

        (Length, Words) = (0, 0);
        if (_letters.Length < utf8.Length) _letters = new char[utf8.Length * 2];
        var inWord = false;
        foreach (var b in utf8)
        {
            var folded = AsciiFolds[b];
            if (folded != 0)
            {
                if (!inWord) Begin();
                _letters[Length++] = (char)folded;
            }

            inWord = folded != 0;
        }
    }

    /// <summary>Folds a text, in place of the one before. O(length).</summary>
    public void Fold(ReadOnlySpan<char> text)
    {
        if (HasMarks(text)) text = text.ToString().Normalize(NormalizationForm.FormC);
        (Length, Words) = (0, 0);
        if (_letters.Length < text.Length) _letters = new char[text.Length * 2];

        var inWord = false;
        foreach (var c in text)
        {
            var folded = c < Folds.Length ? Folds[c] : FoldOther(c);
            if (folded == '\0')
            {
                inWord = false;
                continue;
            }

            if (folded == '\u200B') continue; // nothing to be seen: the word goes on
            if (!inWord) Begin();
            inWord = true;
            _letters[Length++] = folded;
        }
    }

    private void Begin()
    {
        if (Words == _starts.Length) Array.Resize(ref _starts, Words * 2);
        _starts[Words++] = Length;
    }

    private static char FoldAscii(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        _ => '\0',
    };

    private static char FoldOther(char c)
    {
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return '\u200B';
            case UnicodeCategory.DecimalDigitNumber:
                return (char)('0' + (int)char.GetNumericValue(c));
        }

        if (!char.IsLetterOrDigit(c) && !char.IsSurrogate(c)) return '\0';
        var lower = char.ToLowerInvariant(c);
        if (lower == 'ё') lower = 'е';
        var at = Cyrillic.IndexOf(lower, StringComparison.Ordinal);
        return at < 0 ? lower : Latin[at];
    }

    private static bool HasMarks(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u0300', '\u036F');
}
