using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;

namespace MigrationClean.Checks.Rules;

/// <summary>A table of rules as a grid: headers matched without regard to case, blanks and <c>_</c>; cells by name; mistakes with their places.</summary>
/// <remarks>Source: tables-and-settings, "Every table".</remarks>
internal sealed class RuleGrid
{
    private readonly Grid _grid;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<(string Language, int At)> _languages = [];

    /// <summary>Matches the headers.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="known">Names of the columns.</param>
    /// <param name="inLanguages">The one of them that may stand once for each language: <c>message::ru</c>.</param>
    public RuleGrid(Grid grid, IReadOnlyList<string> known, string inLanguages)
    {
        _grid = grid;
        for (var i = 0; i < grid.Headers.Length; i++)
        {
            var (name, language) = Cut(grid.Headers[i]);
            if (name.Length == 0) continue;
            if (known.FirstOrDefault(k => Plain(k) == Plain(name)) is not { } column || (language.Length > 0 && column != inLanguages)) Unknown.Add(i);
            else if (language.Length > 0) _languages.Add((language, i));
            else if (!_columns.TryAdd(column, i)) Mistakes.Add(new("LOG-02/column-twice", At(1, i), new FindingArgument("column", grid.Headers[i])));
        }
    }

    /// <summary>Positions of headers that are not known.</summary>
    public List<int> Unknown { get; } = [];

    /// <summary>What is wrong so far.</summary>
    public List<InputException> Mistakes { get; } = [];

    /// <summary>The rows that hold something.</summary>
    public IEnumerable<GridRow> Rows => _grid.Rows.Where(r => !r.Cells.All(string.IsNullOrWhiteSpace));

    /// <summary>Whether there is a column.</summary>
    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>The text of a cell, "" where there is no such column.</summary>
    public string Cell(GridRow row, string column) => _columns.TryGetValue(column, out var at) ? row.Cells[at].Trim() : "";

    /// <summary>A text by language; the column without one is the fallback.</summary>
    public LocalText Texts(GridRow row, string column) =>
        new(_languages.Select(l => ((string?)l.Language, row.Cells[l.At].Trim())).Prepend((null, Cell(row, column))));

    /// <summary>Where a cell stands; the row where there is no such column.</summary>
    public Location Place(GridRow row, string column) => At(row.Number, _columns.GetValueOrDefault(column, -1));

    /// <summary>Where a header stands.</summary>
    public Location At(int row, int column) => new()
    {
        File = _grid.File,
        Sheet = _grid.Name,
        Row = row,
        Column = column < 0 ? null : _grid.Headers[column],
        ColumnNumber = column < 0 ? null : column + 1,
    };

    /// <summary>The sheet that is meant: the one named as the table, else the first.</summary>
    public static Grid SheetOf(IReadOnlyList<Grid> sheets, string table) => sheets.FirstOrDefault(s => s.Name is { } name && Plain(name) == Plain(table)) ?? sheets[0];

    /// <summary>A header without what makes no difference.</summary>
    public static string Plain(string header) =>
        header.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private static (string Name, string Language) Cut(string header)
    {
        var colons = header.IndexOf("::", StringComparison.Ordinal);
        return colons < 0 ? (header.Trim(), "") : (header[..colons].Trim(), header[(colons + 2)..].Trim());
    }
}
