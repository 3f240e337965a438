using System.Text;

namespace MigrationClean.Ingest.Cells;

/// <summary>Bytes that grow at the end and are emptied all at once.</summary>
internal sealed class ByteList
{
    private byte[] _bytes = new byte[256];
    private char _waiting;

    /// <summary>Bytes held.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes held; not valid after the next <see cref="Append"/>.</summary>
    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>The bytes held, to be changed in place.</summary>
    public Span<byte> Writable => _bytes.AsSpan(0, Length);

    /// <summary>The bytes held and the room behind them.</summary>
    public byte[] Buffer => _bytes;

    /// <summary>Empties the list, keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Appends characters as UTF-8; half of a surrogate pair waits for the other half in the next call.</summary>
    public void AppendText(ReadOnlySpan<char> text)
    {
        if (_waiting != 0)
        {
            ReadOnlySpan<char> pair = [_waiting, text.Length > 0 ? text[0] : '\0'];
            _waiting = '\0';
            Commit(Encoding.UTF8.GetBytes(pair, Reserve(4)));
            if (text.Length > 0) text = text[1..];
        }

        if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
        {
            _waiting = text[^1];
            text = text[..^1];
        }

        Commit(Encoding.UTF8.GetBytes(text, Reserve(text.Length * 3)));
    }

    /// <summary>Room for so many bytes at the end; <see cref="Commit"/> makes them count.</summary>
    public Span<byte> Reserve(int length)
    {
        if (Length + length > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + length));
        return _bytes.AsSpan(Length);
    }

    /// <summary>Counts bytes written into the reserved room.</summary>
    public void Commit(int length) => Length += length;
}
