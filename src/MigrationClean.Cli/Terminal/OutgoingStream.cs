using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Terminal;

/// <summary>Standard output led into a file on a full disk is the user's trouble, not a bug: writing to it ends with a sentence.</summary>
/// <remarks>A pipe that nobody reads any more is no error of the system's stream, and ends quietly.</remarks>
internal sealed class OutgoingStream(Stream inner) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => Guarded(inner.Flush);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Guarded(() => inner.Write(buffer, offset, count));

    // The base class would lead this to its own copy on a thread of the pool; the console's stream waits anyway.
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Guarded(() => inner.Write(buffer.Span));
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        Flush();
        return Task.CompletedTask;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private static void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            throw new InputException("FILE-13/stdout", null);
        }
    }
}
