using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Cleaning.Audit;

/// <summary>A cell that gets back what it held.</summary>
/// <param name="Table">Number of the table.</param>
/// <param name="Row">Row of the corrected table.</param>
/// <param name="Column">Number of the column.</param>
/// <param name="Raw">The raw text; "" = blank.</param>
internal readonly record struct RestoredCell(int Table, int Row, int Column, string Raw);

/// <summary>Turns an audit trail back over the corrected data that it belongs to (cleaning §6.9, §7). Removed rows are in the raw export alone.</summary>
internal sealed class AuditUndo
{
    private readonly ImmutableArray<Table> _tables;
    private readonly Dictionary<string, List<int>> _submissions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<int>> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), HashSet<int>> _rows = [];
    private readonly List<RestoredCell> _cells = [];
    private readonly RowLinks?[] _links;

    private AuditUndo(SubmissionSet corrected, IEnumerable<AuditEvent> events)
    {
        _tables = [.. corrected.Tables];
        _links = new RowLinks?[_tables.Length];
        for (var row = 0; row < _tables[0].RowCount; row++)
        {
            if (_tables[0].SubmissionIdOf(row) is not { } id) continue;
            if (!_submissions.TryGetValue(id, out var rows)) _submissions.Add(id, rows = []);
            rows.Add(row);
        }

        foreach (var one in events.Where(e => e.Cause == "removed"))
        {
            if (one.RowPath.Length == 0) RemovedSubmissions++;
            else
            {
                RemovedRows++;
                var cut = one.RowPath.LastIndexOf('/');
                var key = Key(one.Uuid, one.Table, cut < 0 ? "" : one.RowPath[..cut]);
                if (!_removed.TryGetValue(key, out var positions)) _removed.Add(key, positions = []);
                positions.Add(int.Parse(one.RowPath.AsSpan(cut + 1), CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Submissions that the trail removed: undoing cannot bring them back.</summary>
    public int RemovedSubmissions { get; }

    /// <summary>Rows of repeats that the trail removed.</summary>
    public int RemovedRows { get; }

    /// <summary>Events whose cell is not there or does not hold what was written.</summary>
    public int Unmatched { get; private set; }

    /// <summary>The cells to restore.</summary>
    public IReadOnlyList<RestoredCell> Cells => _cells;

    /// <summary>Leads the events back to the cells of the corrected data.</summary>
    public static AuditUndo Of(SubmissionSet corrected, ImmutableArray<AuditEvent> events)
    {
        var undo = new AuditUndo(corrected, events);
        var columns = undo._tables.Select(t => t.Columns.Select((column, c) => (column.Name, c)).ToDictionary(x => x.Name, x => x.c, StringComparer.Ordinal)).ToArray();
        var tables = undo._tables.Select((table, t) => (Path: table.Path ?? "", t)).ToDictionary(x => x.Path, x => x.t, StringComparer.Ordinal);
        foreach (var one in events)
        {
            if (!one.IsOfCell) continue;
            if (!tables.TryGetValue(one.Table, out var table) || !columns[table].TryGetValue(one.Question, out var column) || !undo.Find(one, table, column, out var row)) undo.Unmatched++;
            else undo._cells.Add(new(table, row, column, one.Old));
        }

        return undo;
    }

    // Of several copies of a submission the first that holds what was written and was not restored yet.
    private bool Find(AuditEvent one, int table, int column, out int row)
    {
        row = -1;
        var raw = _tables[table].Columns[column].Raw;
        var restored = _rows.TryGetValue((table, column), out var known) ? known : _rows[(table, column)] = [];
        foreach (var main in _submissions.GetValueOrDefault(one.Uuid) ?? [])
        {
            row = table == 0 ? main : RowAt(one, table, main);
            if (row >= 0 && raw.TextAt(row) == one.New && restored.Add(row)) return true;
        }

        return false;
    }

    private int RowAt(AuditEvent one, int table, int main)
    {
        var levels = new Stack<int>();
        for (var t = table; t > 0; t = _tables.IndexOf(_tables[t].Parent!)) levels.Push(t);
        var (row, prefix) = (main, "");
        foreach (var part in one.RowPath.Split('/'))
        {
            if (!levels.TryPop(out var level) || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var position)) return -1;
            var gone = _removed.GetValueOrDefault(Key(one.Uuid, _tables[level].Path!, prefix))?.Count(p => p < position) ?? 0;
            row = ChildOf(level, row, position - gone);
            if (row < 0) return -1;
            prefix = prefix.Length == 0 ? part : $"{prefix}/{part}";
        }

        return row;
    }

    private int ChildOf(int table, int parent, int position)
    {
        var links = _links[table] ??= new(_tables[table]);
        var rows = links.RowsOf(parent);
        return position >= 1 && position <= rows.Length ? rows[position - 1] : -1;
    }

    private static string Key(string uuid, string table, string prefix) => $"{uuid}\n{table}\n{prefix}";
}
