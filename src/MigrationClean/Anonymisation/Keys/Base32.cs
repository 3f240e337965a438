namespace MigrationClean.Anonymisation.Keys;

/// <summary>RFC 4648 base32 in lower case without padding: tokens that survive spreadsheets, file systems and being read aloud.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The first characters of the encoding.</summary>
    /// <param name="bytes">At least <c>5 × length / 8</c> bytes, rounded up.</param>
    /// <param name="length">Characters wanted, 5 bits each.</param>
    public static string Encode(ReadOnlySpan<byte> bytes, int length)
    {
        Span<char> text = stackalloc char[length];
        var (buffer, bits, at) = (0, 0, 0);
        for (var i = 0; i < length; i++)
        {
            if (bits < 5)
            {
                buffer = (buffer << 8) | bytes[at++];
                bits += 8;
            }

            bits -= 5;
            text[i] = Alphabet[(buffer >> bits) & 31];
            buffer &= (1 << bits) - 1;
        }

        return new(text);
    }
}
