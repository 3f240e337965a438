using System.IO.Compression;

namespace MigrationClean.Files;

/// <summary>The expanded bytes of one part of an archive: counted against the limits, summed, and compared with what the archive claims.</summary>
internal sealed class ZipPartStream(ZipParts archive, ZipArchiveEntry entry, Stream inner, long limit) : ReadOnlyStream
{
    private const int MostRatio = 200;
    private const long RatioFrom = 10 << 20;

    private uint _crc;
    private long _read;
    private bool _checked;

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw archive.Refused("FILE-04/archive");
        }
        catch (EndOfStreamException)
        {
            throw archive.Refused("FILE-04/archive");
        }

        _crc = Crc32.Of(buffer[..read], _crc);
        _read += read;
        archive.Count(read);
        if (_read > limit) throw archive.PastLimit("FILE-05/part", limit >> 30);
        if (_read > RatioFrom && _read > MostRatio * Math.Max(1, entry.CompressedLength)) throw archive.Refused("FILE-05/ratio", MostRatio.ToString());
        if (read == 0 && buffer.Length > 0) CheckEnd();
        return read;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private void CheckEnd()
    {
        if (_checked) return;
        _checked = true;
        if (_read != entry.Length || _crc != entry.Crc32) throw archive.Refused("FILE-04/sum");
    }
}
