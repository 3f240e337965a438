using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MigrationClean.Ingest.Csv;

/// <summary>How quotes and records stand in a stretch of text that begins at the beginning of a record.</summary>
/// <param name="Records">Bytes up to the last record end that is not inside quotes; 0 if there is none.</param>
/// <param name="AreSound">Each quoted field begins and ends beside a separator or record end. Otherwise nothing else here may be relied on.</param>
/// <param name="AreOpen">A quoted field is not closed at the end of the stretch.</param>
/// <param name="HoldLineEnds">Some quoted field holds a line end.</param>
internal readonly record struct QuoteScan(int Records, bool AreSound, bool AreOpen, bool HoldLineEnds)
{
    private const byte Quote = (byte)'"';

    /// <summary>Looks at 64 bytes a step, without a branch on what they hold.</summary>
    /// <param name="text">From the beginning of a record.</param>
    /// <param name="separator">The field separator.</param>
    /// <param name="lineEnd">The byte that ends a record: LF, or CR in files that know no LF.</param>
    public static QuoteScan Of(ReadOnlySpan<byte> text, byte separator, byte lineEnd)
    {
        var scan = new Scanning(separator, lineEnd);
        ref var start = ref MemoryMarshal.GetReference(text);
        var at = 0;
        for (; at + 64 <= text.Length; at += 64) scan.Step(Vector512.LoadUnsafe(ref start, (nuint)at), at, ulong.MaxValue);
        if (at < text.Length)
        {
            Span<byte> rest = stackalloc byte[64];
            text[at..].CopyTo(rest);
            scan.Step(Vector512.Create<byte>(rest), at, (1UL << (text.Length - at)) - 1);
        }

        return new(scan.Records, !scan.IsBad, scan.Inside != 0, scan.HoldsLineEnds);
    }

    /// <summary>For each bit, whether an odd number of bits stands at or below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong PrefixXor(ulong bits)
    {
        bits ^= bits << 1;
        bits ^= bits << 2;
        bits ^= bits << 4;
        bits ^= bits << 8;
        bits ^= bits << 16;
        return bits ^ (bits << 32);
    }

    private struct Scanning(byte separator, byte lineEnd)
    {
        private readonly Vector512<byte> _separators = Vector512.Create(separator);
        private readonly Vector512<byte> _lineEnds = Vector512.Create(lineEnd);
        private ulong _mayOpen = 1;
        private ulong _closed;
        private ulong _bad;
        private ulong _inner;

        public ulong Inside { get; private set; }

        public int Records { get; private set; }

        public readonly bool IsBad => _bad != 0;

        public readonly bool HoldsLineEnds => _inner != 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step(Vector512<byte> bytes, int at, ulong valid)
        {
            var quotes = Vector512.Equals(bytes, Vector512.Create(Quote)).ExtractMostSignificantBits();
            var ends = Vector512.Equals(bytes, _lineEnds).ExtractMostSignificantBits();
            var breaks = (Vector512.Equals(bytes, _separators) | Vector512.Equals(bytes, Vector512.Create((byte)'\r'))
                | Vector512.Equals(bytes, Vector512.Create((byte)'\n'))).ExtractMostSignificantBits();

            var inside = PrefixXor(quotes) ^ Inside;
            var opens = quotes & inside;
            var closes = quotes & ~inside;
            _bad |= opens & ~(((breaks | closes) << 1) | _mayOpen);
            var afterClose = (closes << 1) | _closed;
            _bad |= afterClose & ~(breaks | quotes) & valid;
            _inner |= ends & inside;
            _mayOpen = (breaks | closes) >> 63;
            _closed = closes >> 63;
            Inside = (ulong)((long)inside >> 63);
            ends &= ~inside;
            if (ends != 0) Records = at + 64 - BitOperations.LeadingZeroCount(ends);
        }
    }
}
