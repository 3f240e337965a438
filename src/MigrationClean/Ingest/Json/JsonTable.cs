using System.Text;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Ingest.Json;

/// <summary>A sheet made of JSON objects: columns appear as their keys do, and rows that lack one are blank in it.</summary>
/// <param name="name">The repeat's path; <see langword="null"/> for the main part.</param>
/// <param name="parent">The table whose rows hold this one's; <see langword="null"/> for the main part.</param>
internal sealed class JsonTable(string? name, JsonTable? parent)
{
    private const int MostColumns = 16384;

    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<byte[]> _names = [];
    private readonly List<ColumnBuilder> _columns = [];
    private readonly List<int> _parentRows = [];
    private int _last = -1;

    /// <summary>The repeat's path; <see langword="null"/> for the main part.</summary>
    public string? Name { get; } = name;

    /// <summary>Number of the row begun last, 0-based.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Whether there is a column of this name.</summary>
    public bool Has(string header) => _positions.ContainsKey(header);

    /// <summary>Begins a row.</summary>
    public void BeginRow()
    {
        Row++;
        _last = -1;
        if (parent is not null) _parentRows.Add(parent.Row);
    }

    /// <summary>The column of the property name that the reader stands on. Keys mostly come in the order of the row before.</summary>
    /// <exception cref="InputException">FILE-05: too many columns.</exception>
    public int ColumnOf(in Utf8JsonReader reader, Location location)
    {
        var guess = _last + 1;
        if (guess < _names.Count && reader.ValueTextEquals(_names[guess])) return _last = guess;
        var header = reader.GetString()!;
        if (_positions.TryGetValue(header, out var position)) return _last = position;
        if (_columns.Count == MostColumns) throw new InputException("FILE-05/columns", location, new FindingArgument("limit", MostColumns.ToString()));

        position = _columns.Count;
        _positions.Add(header, position);
        _names.Add(Encoding.UTF8.GetBytes(header));
        _columns.Add(new());
        return _last = position;
    }

    /// <summary>The header of a column.</summary>
    public string HeaderOf(int column) => Encoding.UTF8.GetString(_names[column]);

    /// <summary>Puts a text into a cell of the row begun last.</summary>
    public void Set(int column, ReadOnlySpan<byte> text, CellKinds kind)
    {
        if (text.IsEmpty) return;
        var builder = _columns[column];
        Pad(builder, Row);
        if (builder.RowCount > Row) return; // the key stood twice in one object: the first counts
        builder.Append([builder.Add(text, ValueKey.Of(text))]);
        builder.Kinds |= kind;
    }

    /// <summary>The finished sheet. Columns that never held a value stay.</summary>
    public Sheet Build(string file)
    {
        foreach (var column in _columns) Pad(column, Row + 1);
        return new()
        {
            File = file,
            Name = Name,
            Headers = [.. _names.Select(static n => Encoding.UTF8.GetString(n))],
            Columns = [.. _columns.Select(static c => c.Build())],
            RowCount = Row + 1,
            Places = new(1),
            ParentRows = parent is null ? null : [.. _parentRows],
            ParentName = parent?.Name,
        };
    }

    private static void Pad(ColumnBuilder column, int rows)
    {
        ReadOnlySpan<int> blanks = stackalloc int[256];
        while (column.RowCount < rows) column.Append(blanks[..Math.Min(blanks.Length, rows - column.RowCount)]);
    }
}
