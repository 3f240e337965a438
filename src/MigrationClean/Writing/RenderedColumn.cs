using MigrationClean.Files;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Writing;

/// <summary>How one format writes a value: quotes, escapes, tags.</summary>
internal interface ICellFormat
{
    /// <summary>Appends the cell of a value that is not blank.</summary>
    void Write(ReadOnlySpan<byte> value, ByteBlock block);
}

/// <summary>
/// A column as one format writes it. Where values repeat, each is rendered once into one arena; where nearly every row has its own value,
/// rendering ahead would only hold a second copy, so it is done when the row comes.
/// </summary>
/// <remarks>Read by any number of threads.</remarks>
internal sealed class RenderedColumn
{
    private const int MostRendered = 1 << 16;
    private const long MostBytes = 8 << 20;

    private readonly Column _column;
    private readonly ICellFormat _format;
    private readonly byte[] _arena = [];
    private readonly int[] _starts = [];

    /// <summary>Renders a column's values. O(values).</summary>
    /// <param name="column">The values.</param>
    /// <param name="format">How they are written.</param>
    public RenderedColumn(Column column, ICellFormat format)
    {
        _column = column;
        _format = format;
        if (column.ValueCount > MostRendered || column.ValueCount > 16 + (column.RowCount / 2)) return;

        using var block = new ByteBlock();
        var starts = new int[column.ValueCount + 1];
        for (var code = 1; code < column.ValueCount; code++)
        {
            format.Write(column.Utf8(code), block);
            starts[code + 1] = block.Length;
            if (block.Length > MostBytes) return;
        }

        _arena = block.Bytes.ToArray();
        _starts = starts;
    }

    /// <summary>Appends the cell of a code other than 0.</summary>
    public void Add(int code, ByteBlock block)
    {
        if (_starts.Length > 0) block.Add(_arena.AsSpan(_starts[code], _starts[code + 1] - _starts[code]));
        else _format.Write(_column.Utf8(code), block);
    }

    /// <summary>Copies the codes of consecutive rows.</summary>
    public void CopyCodes(int firstRow, Span<int> codes) => _column.CopyCodes(firstRow, codes);
}
