using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Cleaning.Log;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Finds the table and the row of a repeat that a line means: by the positions, or by the number that other tools write (cleaning §1, §5.3).</summary>
internal sealed class RepeatRows
{
    private readonly ImmutableArray<Table> _tables;
    private readonly RowLinks?[] _links;
    private readonly Dictionary<string, int>?[] _byIndex;

    /// <summary>The rows of a set.</summary>
    public RepeatRows(SubmissionSet submissions)
    {
        _tables = [.. submissions.Tables];
        _links = new RowLinks?[_tables.Length];
        _byIndex = new Dictionary<string, int>?[_tables.Length];
    }

    /// <summary>Number of the table of a line: of its name, path or sheet, or of its row key; 0 = main, −1 where there is none.</summary>
    public int TableOf(LogEntry entry)
    {
        if (entry.Table is { Length: > 0 } named) return Find(named);
        if (entry.RowKey is not { } key || key.LastIndexOf('_') is not (> 0 and var cut)) return 0;
        return Find(key[..cut]);
    }

    /// <summary>Names of the repeats, for saying which was meant.</summary>
    public IEnumerable<string> Names => _tables.Skip(1).Select(t => t.Repeat!.Name);

    /// <summary>The row of a line in a table of repeats; −1 where there is none.</summary>
    /// <param name="entry">A line with positions or a row key.</param>
    /// <param name="table">The table's number, not 0.</param>
    /// <param name="mainRow">Row of its submission.</param>
    public int RowOf(LogEntry entry, int table, int mainRow)
    {
        if (entry.RowPath is { Length: > 0 } path) return ByPath(path, table, mainRow);
        var row = ByIndex(entry.RowKey ?? "", table);
        return row >= 0 && _tables[table].RootRow(row) == mainRow ? row : -1;
    }

    private int Find(string name)
    {
        for (var t = 1; t < _tables.Length; t++)
            if (_tables[t].Path == name || _tables[t].Repeat!.Name == name) return t;
        for (var t = 1; t < _tables.Length; t++)
            if (_tables[t].Segments.Any(s => string.Equals(s.Sheet.Name, name, StringComparison.OrdinalIgnoreCase)) || string.Equals(_tables[t].Repeat!.Name, name, StringComparison.OrdinalIgnoreCase)) return t;
        return name == "main" || _tables[0].Segments.Any(s => s.Sheet.Name == name) ? 0 : -1;
    }

    private int ByPath(string path, int table, int mainRow)
    {
        var levels = new Stack<int>();
        for (var t = table; t > 0; t = _tables.IndexOf(_tables[t].Parent!)) levels.Push(t);
        var parts = path.Split('/');
        if (parts.Length != levels.Count) return -1;

        var row = mainRow;
        foreach (var part in parts)
        {
            var level = levels.Pop();
            var below = (_links[level] ??= new(_tables[level])).RowsOf(row);
            if (!int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 1 || position > below.Length) return -1;
            row = below[position - 1];
        }

        return row;
    }

    private int ByIndex(string key, int table)
    {
        var number = key[(key.LastIndexOf('_') + 1)..].Trim();
        if (_byIndex[table] is not { } rows)
        {
            _byIndex[table] = rows = new(StringComparer.Ordinal);
            if (_tables[table].Find("_index")?.Value is { } column)
                for (var r = 0; r < column.RowCount; r++) rows.TryAdd(column.TextAt(r), r);
        }

        return rows.GetValueOrDefault(number, -1);
    }
}
