using MigrationClean.Files;

namespace MigrationClean.Writing.Corrected;

/// <summary>Bytes that were read to look at, and the stream that they were read from, as one.</summary>
/// <param name="beginning">Bytes that come first.</param>
/// <param name="rest">The stream behind them; closed with this one.</param>
internal sealed class JoinedStream(ReadOnlyMemory<byte> beginning, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _left = beginning;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_left.IsEmpty) return rest.Read(buffer);
        var read = Math.Min(buffer.Length, _left.Length);
        _left.Span[..read].CopyTo(buffer);
        _left = _left[read..];
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) rest.Dispose();
        base.Dispose(disposing);
    }
}
