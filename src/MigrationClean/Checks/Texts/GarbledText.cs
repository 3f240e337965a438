using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A text that was read in a wrong encoding somewhere on its way: <c>Ã©</c> for é, <c>Ð¿</c> for п.</summary>
/// <remarks>Repaired by writing it back in the wrong encoding and reading it as UTF-8. Source: cleaning §4.11.</remarks>
internal sealed class GarbledText : TextCheck
{
    // What Windows-1252 has at 0x80 to 0x9F; the five holes pass as control characters.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    // What Windows-1251 has from 0x80.
    private const string Windows1251 =
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u0098™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public override CheckId Id => new("TXT-03", "garbled-text");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <summary>The text as it was meant, or <see langword="null"/> if it is not garbled.</summary>
    public static string? Repaired(string text)
    {
        if (text.All(char.IsAscii)) return null;
        foreach (var byteOf in (Func<char, int>[])[OfLatin1, Of1252, Of1251])
            if (Read(text, byteOf) is { } meant && meant != text) return meant;
        return null;
    }

    /// <inheritdoc/>
    protected override Finding? Judge(Answer answer, string text) => Repaired(text) is { } meant ? Said(answer, null, meant) : null;

    private static string? Read(string text, Func<char, int> byteOf)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (byteOf(text[i]) is not (>= 0 and var value)) return null;
            bytes[i] = (byte)value;
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int OfLatin1(char letter) => letter < 0x100 ? letter : -1;

    private static int Of1252(char letter) => letter < 0x80 || letter is >= '\u00A0' and <= '\u00FF' ? letter : Windows1252.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? 0x80 + at : -1;

    private static int Of1251(char letter) => letter < 0x80 ? letter : Windows1251.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? 0x80 + at : -1;
}
