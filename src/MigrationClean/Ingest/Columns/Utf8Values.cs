namespace MigrationClean.Ingest.Columns;

/// <summary>
/// The distinct values of a column: UTF-8 bytes in chunks, addressed by code. Code 0 is the blank value.
/// One thread adds; any number read values whose code was handed to them after it was added.
/// </summary>
/// <remarks>
/// An address is <c>chunk &lt;&lt; 16 | offset</c>: 4 bytes a value. A value's end is the next value's start, or the end of its chunk's used part if
/// the next value stands in another chunk, so that lengths need no room. The start of the value to come is written with each value, so that the
/// end of the last value is known without asking what else was added meanwhile. Only the first chunk grows by copying; all others have their final size.
/// </remarks>
internal sealed class Utf8Values
{
    private const int ChunkBits = 16;
    private const int ChunkSize = 1 << ChunkBits;
    private const int FirstChunkSize = 256;
    private const int StartBits = 12;
    private const int StartChunk = 1 << StartBits;

    private byte[]?[] _chunks = [new byte[FirstChunkSize]];
    private int[] _used = [0];
    private uint[][] _starts = [new uint[16]];
    private int _chunk;
    private int _count = 1;

    /// <summary>Number of values, the blank one included: codes are 0 … Count − 1.</summary>
    public int Count => _count;

    /// <summary>Adds a value that is not blank, without asking whether it is there already.</summary>
    /// <returns>Its code.</returns>
    /// <exception cref="InvalidDataException">The column's values pass 4 GiB.</exception>
    public int Add(ReadOnlySpan<byte> value)
    {
        var offset = _used[_chunk];
        if (offset + value.Length > _chunks[_chunk]!.Length && !GrowFirstChunk(offset + value.Length))
        {
            NextChunk(value.Length);
            offset = 0;
        }

        value.CopyTo(_chunks[_chunk].AsSpan(offset));
        _used[_chunk] = offset + value.Length;

        var code = _count;
        SetStart(code, ((uint)_chunk << ChunkBits) + (uint)offset);
        SetStart(code + 1, ((uint)_chunk << ChunkBits) + (uint)(offset + value.Length));
        _count = code + 1;
        return code;
    }

    /// <summary>The bytes of a value; empty for code 0. O(1).</summary>
    public ReadOnlySpan<byte> this[int code]
    {
        get
        {
            if (code == 0) return [];
            var start = Start(code);
            var next = Start(code + 1);
            var chunk = (int)(start >> ChunkBits);
            var offset = (int)(start & (ChunkSize - 1));
            var end = (int)(next >> ChunkBits) == chunk ? (int)(next & (ChunkSize - 1)) : _used[chunk];
            return _chunks[chunk].AsSpan(offset, end - offset);
        }
    }

    /// <summary>Bytes held by values, for the run's memory limit.</summary>
    public long ByteCount => _used.Sum(static used => (long)used) + (4L * _count);

    private uint Start(int code) => _starts[code >> StartBits][code & (StartChunk - 1)];

    private void SetStart(int code, uint start)
    {
        var chunk = code >> StartBits;
        if (chunk == _starts.Length)
        {
            _starts = [.. _starts, new uint[StartChunk]];
        }
        else if ((code & (StartChunk - 1)) >= _starts[chunk].Length)
        {
            var wider = new uint[Math.Min(StartChunk, _starts[chunk].Length * 4)];
            _starts[chunk].CopyTo(wider.AsSpan());
            _starts[chunk] = wider;
        }

        _starts[chunk][code & (StartChunk - 1)] = start;
    }

    private bool GrowFirstChunk(int needed)
    {
        if (_chunk != 0 || needed > ChunkSize) return false;
        var size = FirstChunkSize;
        while (size < needed) size *= 4;
        var wider = new byte[size];
        _chunks[0].AsSpan(0, _used[0]).CopyTo(wider);
        _chunks[0] = wider;
        return true;
    }

    private void NextChunk(int needed)
    {
        // A value longer than a chunk gets an array of its own and as many chunk numbers as it covers.
        var covered = Math.Max(1, (_chunks[_chunk]!.Length + ChunkSize - 1) >> ChunkBits);
        var next = _chunk + covered;
        if (next >= ChunkSize) throw new InvalidDataException("The distinct values of one column pass 4 GiB.");

        var chunks = new byte[]?[next + 1];
        _chunks.CopyTo(chunks.AsSpan());
        var used = new int[next + 1];
        _used.CopyTo(used.AsSpan());
        chunks[next] = new byte[Math.Max(needed, ChunkSize)];
        _chunks = chunks;
        _used = used;
        _chunk = next;
    }
}
