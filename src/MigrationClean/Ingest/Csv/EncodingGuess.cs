namespace MigrationClean.Ingest.Csv;

/// <summary>Guesses the one-byte encoding of a text from how its letters run.</summary>
internal static class EncodingGuess
{
    /// <summary>The likeliest of <c>windows-1251</c>, <c>koi8-r</c>, <c>ibm866</c>, <c>windows-1252</c>.</summary>
    /// <param name="text">Text that is not UTF-8.</param>
    public static string Of(ReadOnlySpan<byte> text)
    {
        long high = 0, neighbours = 0, low1251 = 0, up1251 = 0, low866 = 0, up866 = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b < 0x80) continue;
            high++;
            if (i + 1 < text.Length && text[i + 1] >= 0x80) neighbours++;
            if (b >= 0xE0) low1251++;
            else if (b >= 0xC0) up1251++;
            if (b is >= 0xA0 and <= 0xAF or >= 0xE0 and <= 0xEF) low866++;
            else if (b <= 0x9F) up866++;
        }

        // In Cyrillic text letters stand beside letters; accented Latin letters stand alone.
        if (neighbours * 2 < high) return "windows-1252";
        if (low866 + up866 > (high * 9) / 10 && up866 + low866 > low1251 + up1251) return "ibm866";

        // KOI8-R has small letters where windows-1251 has capitals, and most letters of a text are small.
        return up1251 > low1251 ? "koi8-r" : "windows-1251";
    }
}
