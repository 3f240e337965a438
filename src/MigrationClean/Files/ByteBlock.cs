using System.Buffers;
using System.Buffers.Text;

namespace MigrationClean.Files;

/// <summary>Bytes that one worker puts together before they go out: a pooled buffer that grows.</summary>
internal sealed class ByteBlock : IDisposable
{
    private byte[] _bytes;

    public ByteBlock(int capacity = 1 << 16) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes held.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes held.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Forgets the bytes, keeps the buffer.</summary>
    public void Clear() => Length = 0;

    /// <summary>Forgets the bytes from <paramref name="length"/> on.</summary>
    public void Cut(int length) => Length = Math.Min(Length, length);

    /// <summary>Appends bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (Length + bytes.Length > _bytes.Length) Grow(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends one byte.</summary>
    public void Add(byte value)
    {
        if (Length == _bytes.Length) Grow(1);
        _bytes[Length++] = value;
    }

    /// <summary>Appends a whole number in decimal digits.</summary>
    public void Add(long number)
    {
        if (Length + 20 > _bytes.Length) Grow(20);
        Utf8Formatter.TryFormat(number, _bytes.AsSpan(Length), out var written);
        Length += written;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Blocks hold answers: they are not handed back to the pool readable.
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
        Length = 0;
    }

    private void Grow(int needed)
    {
        var wider = ArrayPool<byte>.Shared.Rent(checked((int)Math.Min(Array.MaxLength, Math.Max(_bytes.Length * 2L, (long)Length + needed))));
        Bytes.CopyTo(wider);
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = wider;
    }
}
