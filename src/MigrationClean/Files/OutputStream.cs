using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>A file that is being written. Trouble of the disk becomes the user's sentence here: a full disk is not our bug.</summary>
internal sealed class OutputStream(FileStream file, AtomicDisk disk, string shownAs) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => file.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <inheritdoc/>
    public override void Flush() => OutputFolder.Guarded(shownAs, file.Flush);

    /// <summary>Brings everything written to the disk. To be called when the file is whole.</summary>
    /// <exception cref="InputException">FILE-13/failed.</exception>
    public void Complete() => OutputFolder.Guarded(shownAs, () => disk.Flush(file));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    /// <inheritdoc/>
    public override void SetLength(long value) => file.SetLength(value);

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            file.Write(buffer);
        }
        catch (IOException)
        {
            throw OutputPath.Refusal("FILE-13/failed", shownAs);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) OutputFolder.Guarded(shownAs, file.Dispose);
        base.Dispose(disposing);
    }
}
