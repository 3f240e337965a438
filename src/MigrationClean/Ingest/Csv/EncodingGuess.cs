using System.Collections.Frozen;
using System.Text;
using MigrationClean.Files;

namespace MigrationClean.Ingest.Csv;

/// <summary>Guesses the encoding of a text that is not UTF-8 and has no mark. A guess: people are told so, and asked to look at the words.</summary>
/// <remarks>Runs only where a file is refused or <c>auto</c> was asked for.</remarks>
internal static class EncodingGuess
{
    private const int LongestSample = 1 << 16;
    private const int NotALetter = -100;
    private const int CapitalInsideWord = -60;

    // Per mille of Russian text; Kyrgyz, whose own letters no one-byte encoding here has, runs alike.
    private static readonly FrozenDictionary<char, int> Frequency = new Dictionary<char, int>
    {
        ['о'] = 110,
        ['е'] = 85,
        ['а'] = 80,
        ['и'] = 74,
        ['н'] = 67,
        ['т'] = 63,
        ['с'] = 55,
        ['р'] = 47,
        ['в'] = 45,
        ['л'] = 44,
        ['к'] = 35,
        ['м'] = 32,
        ['д'] = 30,
        ['п'] = 28,
        ['у'] = 26,
        ['я'] = 20,
        ['ы'] = 19,
        ['ь'] = 17,
        ['г'] = 17,
        ['з'] = 16,
        ['б'] = 16,
        ['ч'] = 14,
        ['й'] = 12,
    }.ToFrozenDictionary();

    private static readonly string[] Cyrillic = ["windows-1251", "koi8-r", "ibm866"];

    /// <summary>The likeliest of <c>windows-1251</c>, <c>koi8-r</c>, <c>ibm866</c>, <c>windows-1252</c>.</summary>
    /// <param name="text">Text in a one-byte encoding; its first 64 KiB are looked at.</param>
    public static string Of(ReadOnlySpan<byte> text)
    {
        // A header is often Latin alone: what is looked at begins where the other letters do.
        var first = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        if (first < 0) return Cyrillic[0];
        var sample = text[first..Math.Min(text.Length, first + LongestSample)];

        // In Cyrillic text letters stand beside letters; accented Latin letters stand alone.
        long high = 0, neighbours = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80) continue;
            high++;
            if (i + 1 < sample.Length && sample[i + 1] >= 0x80) neighbours++;
        }

        if (neighbours * 2 < high) return "windows-1252";

        TextEncoding.RegisterCodePages();
        var bytes = sample.ToArray();
        return Cyrillic.MaxBy(name => Score(Encoding.GetEncoding(name).GetString(bytes)))!;
    }

    /// <summary><c>utf-16</c> or <c>utf-16BE</c> where zero bytes stand at odd or even places alone; else <see langword="null"/>.</summary>
    /// <param name="text">Text from the file's beginning, or from an even place in it.</param>
    public static string? Utf16(ReadOnlySpan<byte> text)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        // Separators and line ends alone make one zero in some twenty bytes.
        if (even + odd < Math.Max(2, text.Length / 50)) return null;
        if (even == 0) return "utf-16";
        return odd == 0 ? "utf-16BE" : null;
    }

    private static long Score(string text)
    {
        long score = 0;
        var previous = ' ';
        foreach (var letter in text)
        {
            if (letter >= 0x80) score += ScoreOf(letter, previous);
            previous = letter;
        }

        return score;
    }

    private static int ScoreOf(char letter, char previous)
    {
        if (letter is not (>= 'А' and <= 'я' or 'ё' or 'Ё')) return char.IsLetter(letter) || letter is '«' or '»' or '№' or '–' or '—' or '\u00A0' ? 0 : NotALetter;
        if (char.IsUpper(letter) && char.IsLower(previous)) return CapitalInsideWord;
        return Frequency.GetValueOrDefault(char.ToLowerInvariant(letter), 3);
    }
}
