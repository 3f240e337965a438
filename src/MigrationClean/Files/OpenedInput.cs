using System.Security.Cryptography;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>An input being read: its first bytes to recognise it by, then all its bytes, forward only, counted and hashed on the way.</summary>
internal sealed class OpenedInput : ReadOnlyStream
{
    private const int HeadLength = 4096;

    private readonly Stream _inner;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _head;
    private int _headRead;

    /// <summary>Opens an input and looks at its first bytes.</summary>
    /// <exception cref="InputException">FILE-01: it cannot be opened or read.</exception>
    public OpenedInput(InputFile file)
    {
        Name = file.Name;
        _inner = file.Open();
        _head = new byte[HeadLength];
        var length = 0;
        for (int read; length < HeadLength && (read = ReadInner(_head.AsSpan(length))) > 0;) length += read;
        Array.Resize(ref _head, length);
    }

    /// <summary>The file's name as shown.</summary>
    public string Name { get; }

    /// <summary>The first bytes, at most 4,096.</summary>
    public ReadOnlySpan<byte> Head => _head;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Most bytes that may be read, in MiB; more is FILE-05.</summary>
    public int LimitInMegabytes { get; set; } = int.MaxValue;

    /// <summary>The setting that raises <see cref="LimitInMegabytes"/>, which a refusal names; <see langword="null"/> = none does.</summary>
    public string? LimitSetting { get; set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read;
        if (_headRead < _head.Length)
        {
            read = Math.Min(buffer.Length, _head.Length - _headRead);
            _head.AsSpan(_headRead, read).CopyTo(buffer);
            _headRead += read;
        }
        else
        {
            read = ReadInner(buffer);
        }

        _hash.AppendData(buffer[..read]);
        BytesRead += read;
        if (BytesRead >> 20 >= LimitInMegabytes && (BytesRead > (long)LimitInMegabytes << 20))
            throw TooLarge();
        return read;
    }

    /// <summary>All bytes with free access, for archives: the file itself, or a copy in memory of what cannot be gone back in. Hashes them all.</summary>
    public Stream ToSeekable()
    {
        if (_inner.CanSeek)
        {
            _inner.Position = 0;
            _headRead = _head.Length;
            Drain();
            _inner.Position = 0;
            return _inner;
        }

        var copy = new MemoryStream();
        CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>SHA-256 of all bytes as 64 lower-case hex digits. Reads what was left unread.</summary>
    public string Sha256()
    {
        Drain();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Drain()
    {
        var buffer = new byte[1 << 16];
        while (Read(buffer) > 0)
        {
        }
    }

    private int ReadInner(Span<byte> buffer)
    {
        try
        {
            return _inner.Read(buffer);
        }
        catch (IOException)
        {
            throw new InputException("FILE-01/locked", new() { File = Name });
        }
    }

    private InputException TooLarge()
    {
        var limit = new FindingArgument("limit", LimitInMegabytes.ToString());
        return LimitSetting is { } setting
            ? new("FILE-05/size", new() { File = Name }, limit, new FindingArgument("setting", setting))
            : new("FILE-05/size-fixed", new() { File = Name }, limit);
    }
}
