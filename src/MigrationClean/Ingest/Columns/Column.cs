using System.Text;

namespace MigrationClean.Ingest.Columns;

/// <summary>
/// One column of a table: a list of values and one small code per row. Work on a value once, fan out by code. Never changes; a changed column is
/// a new one that shares what did not change.
/// </summary>
/// <remarks>
/// Code 0 is the blank cell. Where <see cref="HasDistinctCodes"/> is false (identifiers, free text), equal values may stand under several codes:
/// whoever groups by value then has to compare bytes.
/// </remarks>
public sealed class Column
{
    private readonly Codes _codes;
    private readonly Utf8Values _values;
    private readonly int[]? _map;

    internal Column(Codes codes, Utf8Values values, bool hasDistinctCodes, CellKinds kinds, int[]? map = null)
    {
        _codes = codes;
        _values = values;
        _map = map;
        HasDistinctCodes = hasDistinctCodes;
        Kinds = kinds;
    }

    /// <summary>Rows of the table.</summary>
    public int RowCount => _codes.Count;

    /// <summary>Number of codes, blank included: codes are 0 … ValueCount − 1. A code need not occur in a row.</summary>
    public int ValueCount => _values.Count;

    /// <summary>Whether different codes always mean different values.</summary>
    public bool HasDistinctCodes { get; }

    /// <summary>In what forms the cells stood in the file.</summary>
    public CellKinds Kinds { get; }

    /// <summary>Whether no row holds a value.</summary>
    public bool IsBlank => ValueCount == 1;

    /// <summary>The code of a row; 0 is blank. O(1), with a type test: for whole columns use <see cref="CopyCodes"/>.</summary>
    public int CodeAt(int row) => _map is null ? _codes[row] : _map[_codes[row]];

    /// <summary>Copies the codes of <c>destination.Length</c> consecutive rows.</summary>
    public void CopyCodes(int firstRow, Span<int> destination)
    {
        _codes.CopyTo(firstRow, destination);
        if (_map is null) return;
        for (var i = 0; i < destination.Length; i++) destination[i] = _map[destination[i]];
    }

    /// <summary>All codes, a new array of <see cref="RowCount"/> numbers.</summary>
    public int[] CodesOfAllRows()
    {
        var codes = new int[RowCount];
        if (codes.Length > 0) CopyCodes(0, codes);
        return codes;
    }

    /// <summary>The UTF-8 bytes of a value; empty for code 0.</summary>
    public ReadOnlySpan<byte> Utf8(int code) => _values[code];

    /// <summary>The text of a value; empty for code 0. Makes a string: for distinct values and findings, not for cells.</summary>
    public string Text(int code) => code == 0 ? "" : Encoding.UTF8.GetString(_values[code]);

    /// <summary>The text of a row's cell; empty where blank.</summary>
    public string TextAt(int row) => Text(CodeAt(row));

    /// <summary>Rows by code: how often each value occurs. O(rows).</summary>
    /// <returns><see cref="ValueCount"/> numbers; the first counts blank cells.</returns>
    public int[] CountByCode()
    {
        var counts = new int[ValueCount];
        Span<int> codes = stackalloc int[1024];
        for (var row = 0; row < RowCount; row += codes.Length)
        {
            var part = codes[..Math.Min(codes.Length, RowCount - row)];
            CopyCodes(row, part);
            foreach (var code in part) counts[code]++;
        }

        return counts;
    }

    /// <summary>The column with every value rewritten: the function is called once per value, never for blank.</summary>
    /// <param name="rewrite">From the text as it is to the text as it shall be; <see langword="null"/> or empty means blank.</param>
    /// <returns>A column that shares the rows' codes. Values that become equal get one code.</returns>
    public Column MapValues(Func<string, string?> rewrite)
    {
        var builder = new ColumnBuilder();
        var map = new int[ValueCount];
        for (var code = 1; code < map.Length; code++)
        {
            if (rewrite(Text(code)) is not { Length: > 0 } text) continue;
            map[code] = builder.AddText(text);
        }

        return builder.BuildWith(_codes, Compose(map), Kinds);
    }

    /// <summary>The column with only these rows, in this order; a row may occur more than once.</summary>
    /// <param name="rows">0-based rows; −1 gives a blank cell.</param>
    public Column SelectRows(ReadOnlySpan<int> rows)
    {
        var codes = new Codes();
        Span<int> part = stackalloc int[1024];
        for (var first = 0; first < rows.Length; first += part.Length)
        {
            var length = Math.Min(part.Length, rows.Length - first);
            for (var i = 0; i < length; i++) part[i] = rows[first + i] < 0 ? 0 : CodeAt(rows[first + i]);
            codes.Append(part[..length]);
        }

        return new(codes, _values, HasDistinctCodes, Kinds);
    }

    /// <summary>A column from texts, one a row; <see langword="null"/> and empty are blank. For small tables, derived columns and tests.</summary>
    public static Column FromTexts(IEnumerable<string?> texts)
    {
        var builder = new ColumnBuilder();
        Span<int> code = stackalloc int[1];
        foreach (var text in texts)
        {
            code[0] = string.IsNullOrEmpty(text) ? 0 : builder.AddText(text);
            builder.Append(code);
        }

        builder.Kinds = CellKinds.Text;
        return builder.Build();
    }

    /// <summary>A column without a value in any row.</summary>
    public static Column Blank(int rowCount) => FromTexts(Enumerable.Repeat<string?>(null, rowCount));

    /// <summary>The rows of several columns, one below the other, as one column. O(rows + values).</summary>
    public static Column Concat(IReadOnlyList<Column> columns)
    {
        if (columns.Count == 1) return columns[0];
        var builder = new ColumnBuilder();
        var codes = new int[4096];
        foreach (var column in columns)
        {
            var map = new int[column.ValueCount];
            for (var code = 1; code < map.Length; code++) map[code] = builder.Add(column.Utf8(code), ValueKey.Of(column.Utf8(code)));
            for (var row = 0; row < column.RowCount; row += codes.Length)
            {
                var part = codes.AsSpan(0, Math.Min(codes.Length, column.RowCount - row));
                column.CopyCodes(row, part);
                for (var i = 0; i < part.Length; i++) part[i] = map[part[i]];
                builder.Append(part);
            }

            builder.Kinds |= column.Kinds;
        }

        return builder.Build();
    }

    private int[] Compose(int[] map)
    {
        if (_map is null) return map;
        var composed = new int[_map.Length];
        for (var i = 0; i < composed.Length; i++) composed[i] = map[_map[i]];
        return composed;
    }
}
