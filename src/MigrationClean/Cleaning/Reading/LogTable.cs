using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Cleaning.Reading;

/// <summary>What a sheet of a log holds.</summary>
internal enum LogSheetKind
{
    /// <summary>Decisions about answers.</summary>
    Log,

    /// <summary>What to do with the texts of other (cleaning §5.4).</summary>
    Others,

    /// <summary>Submissions and rows that go (cleaning §5.5).</summary>
    Deletions,
}

/// <summary>A sheet of a log with its headers led back to our names.</summary>
internal sealed class LogTable
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Leads headers back.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="profile">Whose headers they are.</param>
    /// <param name="sheet">The sheet.</param>
    public LogTable(LogSheetKind kind, LogProfile profile, FilledSheet sheet)
    {
        Kind = kind;
        Profile = profile;
        Sheet = sheet;
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        var unknown = ImmutableArray.CreateBuilder<int>();
        for (var c = 0; c < sheet.Headers.Length; c++)
        {
            if (sheet.Headers[c].Length == 0) continue;
            if (!profile.Columns.TryGetValue(LogWords.Header(sheet.Headers[c]), out var column))
            {
                unknown.Add(c);
                continue;
            }

            if (orders.TryGetValue(column.Name, out var order))
            {
                if (order == column.Order) Doubled.Add((column.Name, sheet.Headers[c]));
                if (order <= column.Order) continue;
            }

            orders[column.Name] = column.Order;
            _positions[column.Name] = c;
        }

        Unknown = unknown.ToImmutable();
        Headers = _positions.ToDictionary(p => p.Key, p => sheet.Headers[p.Value], StringComparer.Ordinal);
    }

    /// <summary>What it holds.</summary>
    public LogSheetKind Kind { get; }

    /// <summary>Whose headers they are.</summary>
    public LogProfile Profile { get; }

    /// <summary>The sheet.</summary>
    public FilledSheet Sheet { get; }

    /// <summary>Positions of the columns that the profile does not know.</summary>
    public ImmutableArray<int> Unknown { get; }

    /// <summary>Columns that stand twice: our name and the second header.</summary>
    public List<(string Column, string Header)> Doubled { get; } = [];

    /// <summary>The header of each column as the log has it, by our name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The rows.</summary>
    public IEnumerable<LogLine> Lines => Sheet.Rows.Select(row => new LogLine(this, row));

    /// <summary>Our names of the columns that are there.</summary>
    public IReadOnlySet<string> Present => _positions.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a column is there.</summary>
    public bool Has(string column) => _positions.ContainsKey(column);

    /// <summary>0-based position of a column, or −1.</summary>
    public int PositionOf(string column) => _positions.GetValueOrDefault(column, -1);
}

/// <summary>A row of a <see cref="LogTable"/>.</summary>
/// <param name="Table">Its sheet.</param>
/// <param name="Row">The row as it stands.</param>
internal sealed record LogLine(LogTable Table, FilledRow Row)
{
    /// <summary>File, sheet and row.</summary>
    public Location Location => new()
    {
        File = Table.Sheet.File,
        Sheet = Table.Sheet.Name,
        Row = Row.Number,
        Line = Row.Line == Row.Number ? null : Row.Line,
    };

    /// <summary>The place of a column in this row; of the row where the log has no such column.</summary>
    public Location At(string column)
    {
        var position = Table.PositionOf(column);
        return position < 0 ? Location : Location with { Column = Table.Sheet.Headers[position], ColumnNumber = position + 1 };
    }

    /// <summary>The cell of a column; a blank one where the log has no such column.</summary>
    public FilledCell Cell(string column)
    {
        var position = Table.PositionOf(column);
        return position < 0 ? new("", default) : Row.Cells[position];
    }

    /// <summary>A name, key or word of the line.</summary>
    public string Name(string column) => LogWords.Name(Cell(column).Text);

    /// <summary>A text of the line, outer blanks cut; <see langword="null"/> = blank.</summary>
    public string? Text(string column) => Cell(column).Text.Trim().Trim('\u00A0', '\u200B') is { Length: > 0 } text ? text : null;
}
