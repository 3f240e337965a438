using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Outliers;

/// <summary>The answers to one question as seen from the rows of a table: of the same row, or of the row around it.</summary>
internal sealed class RowValues
{
    private readonly Table _table;
    private readonly Table _outer;
    private readonly Column _column;
    private readonly bool _isTyped;
    private readonly Dictionary<int, double> _numbers = [];

    private RowValues(Table table, Table outer, TableColumn column) =>
        (_table, _outer, _column, _isTyped) = (table, outer, column.Value, column.Raw.Kinds.HasFlag(CellKinds.Number));

    /// <summary>The answers, or <see langword="null"/> where the export does not hold them or they stand in another repeat.</summary>
    /// <param name="context">The submissions.</param>
    /// <param name="table">Whose rows look.</param>
    /// <param name="name">Name of a question, or of a column of the export.</param>
    /// <param name="key">The setting that names it, for the refusal.</param>
    /// <exception cref="InputException"><c>settings/question-unknown</c>.</exception>
    public static RowValues? Of(CheckContext context, Table table, string name, string key)
    {
        for (var outer = table; outer is not null; outer = outer.Parent)
            if (outer.Columns.FirstOrDefault(c => c.Role is ColumnRole.Answer or ColumnRole.Meta && (c.Name == name || c.Question?.Name == name || c.Question?.Path == name)) is { } column)
                return new(table, outer, column);
        var known = context.Submissions.Forms.SelectMany(f => f.Questions).ToList();
        if (!known.Exists(q => q.Name == name || q.Path == name)) throw UnknownName.Of("question", key, name, known.Select(q => q.Name));
        return null;
    }

    /// <summary>The text for a row; "" where blank.</summary>
    public string TextAt(int row) => CodeAt(row) is > 0 and var code ? _column.Text(code) : "";

    /// <summary>The number for a row; NaN where it is blank or none.</summary>
    public double NumberAt(int row)
    {
        if (CodeAt(row) is not (> 0 and var code)) return double.NaN;
        if (!_numbers.TryGetValue(code, out var number)) _numbers.Add(code, number = NumericColumn.Read(_column.Utf8(code), _isTyped));
        return number;
    }

    private int CodeAt(int row)
    {
        for (var table = _table; table != _outer && row >= 0; table = table.Parent!) row = table.ParentRows[row];
        return row < 0 ? 0 : _column.CodeAt(row);
    }
}
