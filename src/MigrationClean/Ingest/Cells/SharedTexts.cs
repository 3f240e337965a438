using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Cells;

/// <summary>The shared strings of a workbook: one list of UTF-8 bytes, with the key of each value made once. Read by any number of threads.</summary>
internal sealed class SharedTexts
{
    private readonly Utf8Values _values = new();
    private readonly List<ulong> _keys = [];

    /// <summary>Number of strings.</summary>
    public int Count => _keys.Count;

    /// <summary>Bytes of all strings.</summary>
    public long ByteCount { get; private set; }

    /// <summary>Adds a string, which may be empty.</summary>
    public void Add(ReadOnlySpan<byte> utf8)
    {
        _values.Add(utf8);
        _keys.Add(utf8.IsEmpty ? 0 : ValueKey.Of(utf8));
        ByteCount += utf8.Length;
    }

    /// <summary>The bytes of a string.</summary>
    public ReadOnlySpan<byte> this[int index] => _values[index + 1];

    /// <summary>The key of a string; 0 if it is empty.</summary>
    public ulong KeyOf(int index) => _keys[index];
}
