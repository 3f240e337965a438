namespace MigrationClean.Ingest.Columns;

/// <summary>One code per row, in chunks of <see cref="ChunkRows"/> rows; each chunk is as narrow (1, 2 or 4 bytes a row) as its largest code allows.</summary>
/// <remarks>Grows by whole chunks, so that nothing is copied but a chunk that has to be widened: at most twice each.</remarks>
internal sealed class Codes
{
    /// <summary>Rows of a chunk.</summary>
    public const int ChunkRows = 1 << ChunkBits;

    private const int ChunkBits = 13;

    private readonly List<Array> _chunks = [];

    /// <summary>Rows held.</summary>
    public int Count { get; private set; }

    /// <summary>The code of a row. O(1); use <see cref="CopyTo"/> for runs of rows.</summary>
    public int this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            return _chunks[row >> ChunkBits] switch
            {
                byte[] narrow => narrow[row & (ChunkRows - 1)],
                ushort[] medium => medium[row & (ChunkRows - 1)],
                var wide => ((int[])wide)[row & (ChunkRows - 1)],
            };
        }
    }

    /// <summary>Appends the codes of consecutive rows.</summary>
    public void Append(ReadOnlySpan<int> codes)
    {
        while (codes.Length > 0)
        {
            var at = Count & (ChunkRows - 1);
            var part = codes[..Math.Min(codes.Length, ChunkRows - at)];
            var chunk = at == 0 ? AddChunk(Largest(part), part.Length) : Fit(Largest(part), at + part.Length);
            Narrow(part, chunk, at);
            Count += part.Length;
            codes = codes[part.Length..];
        }
    }

    /// <summary>Puts another code in a row's place.</summary>
    public void Replace(int row, int code)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        var number = row >> ChunkBits;
        var chunk = _chunks[number];
        if (Width(code) > Width(chunk))
        {
            var held = new int[Math.Min(ChunkRows, Count - (number << ChunkBits))];
            Widen(chunk, 0, held);
            chunk = Create(code, chunk.Length);
            Narrow(held, chunk, 0);
            _chunks[number] = chunk;
        }

        Narrow([code], chunk, row & (ChunkRows - 1));
    }

    /// <summary>Copies the codes of <c>destination.Length</c> rows from <paramref name="firstRow"/> on.</summary>
    public void CopyTo(int firstRow, Span<int> destination)
    {
        while (destination.Length > 0)
        {
            var at = firstRow & (ChunkRows - 1);
            var length = Math.Min(destination.Length, Math.Min(ChunkRows - at, Count - firstRow));
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length, nameof(firstRow));
            Widen(_chunks[firstRow >> ChunkBits], at, destination[..length]);
            destination = destination[length..];
            firstRow += length;
        }
    }

    private static int Largest(ReadOnlySpan<int> codes)
    {
        // Or-ing keeps the highest bit, which is all that decides the width.
        var bits = 0;
        foreach (var code in codes) bits |= code;
        return bits;
    }

    private Array AddChunk(int largest, int rows)
    {
        var chunk = Create(largest, Capacity(rows));
        _chunks.Add(chunk);
        return chunk;
    }

    private Array Fit(int largest, int rows)
    {
        var chunk = _chunks[^1];
        var width = Math.Max(Width(largest), Width(chunk));
        if (chunk.Length >= rows && width == Width(chunk)) return chunk;

        var wider = Create(width switch { 1 => 0, 2 => 0x100, _ => 0x10000 }, Capacity(rows));
        var held = new int[Count & (ChunkRows - 1)];
        Widen(chunk, 0, held);
        Narrow(held, wider, 0);
        return _chunks[^1] = wider;
    }

    // A short table gets a short chunk; past 1,024 rows a chunk has its full size at once.
    private static int Capacity(int rows) => rows <= 64 ? 64 : rows <= 1024 ? 1024 : ChunkRows;

    private static int Width(int largest) => largest <= byte.MaxValue ? 1 : largest <= ushort.MaxValue ? 2 : 4;

    private static int Width(Array chunk) => chunk switch { byte[] => 1, ushort[] => 2, _ => 4 };

    private static Array Create(int largest, int rows) => Width(largest) switch
    {
        1 => new byte[rows],
        2 => new ushort[rows],
        _ => new int[rows],
    };

    private static void Narrow(ReadOnlySpan<int> codes, Array chunk, int at)
    {
        switch (chunk)
        {
            case byte[] narrow:
                for (var i = 0; i < codes.Length; i++) narrow[at + i] = (byte)codes[i];
                break;
            case ushort[] medium:
                for (var i = 0; i < codes.Length; i++) medium[at + i] = (ushort)codes[i];
                break;
            default:
                codes.CopyTo(((int[])chunk).AsSpan(at));
                break;
        }
    }

    private static void Widen(Array chunk, int at, Span<int> destination)
    {
        switch (chunk)
        {
            case byte[] narrow:
                for (var i = 0; i < destination.Length; i++) destination[i] = narrow[at + i];
                break;
            case ushort[] medium:
                for (var i = 0; i < destination.Length; i++) destination[i] = medium[at + i];
                break;
            default:
                ((int[])chunk).AsSpan(at, destination.Length).CopyTo(destination);
                break;
        }
    }
}
