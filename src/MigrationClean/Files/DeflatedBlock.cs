using System.IO.Compression;

namespace MigrationClean.Files;

/// <summary>A block of bytes and its piece of a deflate stream: pieces compressed apart, each ended by a sync flush, join into one stream.</summary>
internal sealed class DeflatedBlock : IDisposable
{
    /// <summary>An empty last block: what ends a stream of joined pieces.</summary>
    public static ReadOnlySpan<byte> StreamEnd => [0x03, 0x00];

    private readonly MemoryStream _piece = new();

    /// <summary>The bytes to compress.</summary>
    public ByteBlock Source { get; } = new(1 << 21);

    /// <summary>The piece, after <see cref="Compress"/>.</summary>
    public ReadOnlySpan<byte> Piece => _piece.GetBuffer().AsSpan(0, Length);

    /// <summary>CRC-32 of <see cref="Source"/>.</summary>
    public uint Crc { get; private set; }

    private int Length { get; set; }

    /// <summary>Compresses <see cref="Source"/>.</summary>
    /// <param name="level">Level of zlib, 0–9.</param>
    public void Compress(int level)
    {
        _piece.SetLength(0);
        using (var deflate = new DeflateStream(_piece, new ZLibCompressionOptions { CompressionLevel = level }, leaveOpen: true))
        {
            deflate.Write(Source.Bytes);
            deflate.Flush(); // a sync flush: the piece ends on a byte, the stream is not ended
            Length = (int)_piece.Length;
        }

        Crc = Crc32.Of(Source.Bytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Source.Dispose();
        _piece.Dispose();
    }
}
