using System.Collections.Frozen;
using System.Text;

namespace MigrationClean.Checks.Texts;

/// <summary>Letters that look the same in Latin and Cyrillic, and old letters that stand for Kyrgyz ones.</summary>
/// <remarks>Met in real reports: Latin letters in Cyrillic words, <c>ѳ</c> for <c>ө</c>, <c>ӊ</c> for <c>ң</c>.</remarks>
internal static class LookAlikes
{
    private const string Latin = "ABCEHIJKMOPSTXYaceijopsxyhkm";
    private const string Cyrillic = "АВСЕНІЈКМОРЅТХУасеіјорѕхуһкм";

    private static readonly FrozenDictionary<char, char> ToCyrillicMap = Latin.Zip(Cyrillic).ToFrozenDictionary(p => p.First, p => p.Second);
    private static readonly FrozenDictionary<char, char> ToLatinMap = Cyrillic.Zip(Latin).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>The Kyrgyz letter for an old or foreign one that looks like it; other letters as they are.</summary>
    public static char Kyrgyz(char letter) => letter switch
    {
        'ѳ' => 'ө',
        'Ѳ' => 'Ө',
        'ӊ' or 'ҥ' => 'ң',
        'Ӊ' or 'Ҥ' => 'Ң',
        _ => letter,
    };

    /// <summary>Whether a letter is of the Latin alphabet.</summary>
    public static bool IsLatin(char letter) => letter is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 'À' and <= 'ɏ' and not '×' and not '÷');

    /// <summary>Whether a letter is Cyrillic.</summary>
    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    /// <summary>A word of mixed letters, written in the alphabet of most of its letters; <see langword="null"/> if that cannot be: not mixed, or a letter has no look-alike.</summary>
    /// <param name="word">The word.</param>
    /// <param name="cyrillicFirst">Whether one Cyrillic letter is enough for that alphabet: for comparing, where all spellings must fall together.</param>
    public static string? InOneAlphabet(string word, bool cyrillicFirst = false)
    {
        var latin = word.Count(IsLatin);
        var cyrillic = word.Count(IsCyrillic);
        if (latin == 0 || cyrillic == 0) return null;
        return cyrillicFirst || cyrillic >= latin
            ? Mapped(word, IsLatin, ToCyrillicMap) ?? Mapped(word, IsCyrillic, ToLatinMap)
            : Mapped(word, IsCyrillic, ToLatinMap) ?? Mapped(word, IsLatin, ToCyrillicMap);
    }

    private static string? Mapped(string word, Func<char, bool> isForeign, FrozenDictionary<char, char> map)
    {
        var mapped = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (!isForeign(letter)) mapped.Append(letter);
            else if (map.TryGetValue(letter, out var own)) mapped.Append(own);
            else return null;
        }

        return mapped.ToString();
    }
}
