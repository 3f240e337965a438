using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MigrationClean.Ingest.Columns;

/// <summary>A 64-bit key of a value that is not blank: the value itself up to seven bytes, a hash above.</summary>
/// <remarks>
/// Most answers are short codes, so that most look-ups compare one number and never touch the value's bytes. The top byte is the length (1–7) of a
/// value held whole; its highest bit marks a hash. The hash is not keyed: a file made to collide slows its own reading down, no more.
/// </remarks>
internal static class ValueKey
{
    /// <summary>Longest value, in bytes, that its key holds whole.</summary>
    public const int WholeLength = 7;

    private const ulong HashMark = 1UL << 63;
    private const ulong Prime = 0x9E3779B97F4A7C15;

    /// <summary>Whether the key is a hash, so that bytes have to be compared as well.</summary>
    public static bool IsHash(ulong key) => (key & HashMark) != 0;

    /// <summary>The key of a value of at least one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> value) => value.Length <= WholeLength ? Whole(value) : Hash(value) | HashMark;

    /// <summary>As <see cref="Of"/>, without a branch on the length of short values.</summary>
    /// <param name="first">The value's first byte; eight bytes from here on may be read, whatever they are.</param>
    /// <param name="length">Bytes of the value, at least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong OfPadded(ref byte first, int length)
    {
        if (length > WholeLength) return Hash(MemoryMarshal.CreateReadOnlySpan(ref first, length)) | HashMark;
        var bytes = Unsafe.ReadUnaligned<ulong>(ref first);
        if (!BitConverter.IsLittleEndian) bytes = BinaryPrimitives.ReverseEndianness(bytes);
        return (bytes & ((1UL << (length * 8)) - 1)) | ((ulong)length << 56);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Whole(ReadOnlySpan<byte> value)
    {
        ulong bytes;
        if (value.Length >= 4)
        {
            // Two reads that overlap in the middle: four to seven bytes without a loop.
            bytes = BinaryPrimitives.ReadUInt32LittleEndian(value)
                | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(value[^4..]) << ((value.Length - 4) * 8));
        }
        else
        {
            bytes = value[0] | ((ulong)value[value.Length >> 1] << ((value.Length >> 1) * 8)) | ((ulong)value[^1] << ((value.Length - 1) * 8));
        }

        return bytes | ((ulong)value.Length << 56);
    }

    private static ulong Hash(ReadOnlySpan<byte> value)
    {
        var hash = (ulong)value.Length * Prime;
        var rest = value;
        while (rest.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(rest));
            rest = rest[8..];
        }

        return Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(value[^8..]));
    }

    private static ulong Mix(ulong x)
    {
        var high = Math.BigMul(x, Prime, out var low);
        return high ^ low;
    }
}
