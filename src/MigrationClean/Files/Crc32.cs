using System.Buffers.Binary;

namespace MigrationClean.Files;

/// <summary>The CRC-32 of ZIP (polynomial EDB88320, reflected), of blocks that workers check apart as well.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The CRC-32 of bytes that follow bytes of CRC-32 <paramref name="before"/> (0 at the start).</summary>
    public static uint Of(ReadOnlySpan<byte> bytes, uint before = 0)
    {
        var crc = ~before;
        var t = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = t[7][low & 0xFF] ^ t[6][(low >> 8) & 0xFF] ^ t[5][(low >> 16) & 0xFF] ^ t[4][low >> 24]
                ^ t[3][high & 0xFF] ^ t[2][(high >> 8) & 0xFF] ^ t[1][(high >> 16) & 0xFF] ^ t[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var b in bytes) crc = (crc >> 8) ^ t[0][(crc ^ b) & 0xFF];
        return ~crc;
    }

    /// <summary>The CRC-32 of two runs of bytes, one after the other. O(log length).</summary>
    /// <param name="first">CRC-32 of the first run.</param>
    /// <param name="second">CRC-32 of the second.</param>
    /// <param name="secondLength">Bytes of the second.</param>
    public static uint Join(uint first, uint second, long secondLength) => Multiply(PowerOfX(secondLength), first) ^ second;

    // x^(8·n) modulo the polynomial, by squaring; 0x80000000 is 1, 0x00800000 is x^8 in reflected order.
    private static uint PowerOfX(long n)
    {
        var (result, square) = (0x80000000u, 0x00800000u);
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) != 0) result = Multiply(square, result);
            square = Multiply(square, square);
        }

        return result;
    }

    private static uint Multiply(uint a, uint b)
    {
        var product = 0u;
        for (var bit = 0x80000000u; bit != 0; bit >>= 1)
        {
            if ((a & bit) != 0) product ^= b;
            b = (b & 1) != 0 ? (b >> 1) ^ Polynomial : b >> 1;
        }

        return product;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var t = 0; t < 8; t++)
        {
            tables[t] = new uint[256];
            for (var i = 0u; i < 256; i++)
            {
                var crc = t == 0 ? i : tables[t - 1][i];
                for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
                tables[t][i] = crc;
            }
        }

        return tables;
    }
}
