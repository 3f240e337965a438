using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>
/// Holds somebody's cleaned file against raw data and log: cells changed without a line, lines without effect or with another one, removals without a line
/// (cleaning §6.9). Answers are compared by type, submissions by identity, rows of repeats by their number in the file, else by order.
/// </summary>
internal sealed class CleanedComparison
{
    private readonly LogOutcome _outcome;
    private readonly ImmutableArray<Table> _raw;
    private readonly ImmutableArray<Table> _expected;
    private readonly ImmutableArray<Table?> _cleaned;
    private readonly SubmissionSet _cleanedSet;
    private readonly List<Finding> _findings = [];
    private readonly Dictionary<CellPlace, CellChange> _changes;

    private CleanedComparison(LogOutcome outcome, SubmissionSet cleaned)
    {
        (_outcome, _cleanedSet) = (outcome, cleaned);
        _raw = [.. outcome.Raw.Tables];
        _expected = [.. outcome.Corrected.Tables];
        _cleaned = [.. _expected.Select(t => cleaned.Find(t.Path))];
        _changes = outcome.Cells.ToDictionary(c => c.Change.Place, c => c.Change);
    }

    /// <summary>What differs; LOGF-16 to 19 in report order.</summary>
    /// <param name="outcome">The log, applied.</param>
    /// <param name="cleaned">The cleaned file, read with the same form.</param>
    public static ImmutableArray<Finding> Of(LogOutcome outcome, SubmissionSet cleaned)
    {
        var comparison = new CleanedComparison(outcome, cleaned);
        comparison.Compare();
        return [.. comparison._findings.Order(FindingOrder.Comparer)];
    }

    private void Compare()
    {
        var rows = RowsOf(_expected[0], _cleaned[0]!);
        var removed = _outcome.Removals.Submissions;
        for (var row = 0; row < rows.Length; row++)
        {
            var name = new FindingArgument("submission", _expected[0].SubmissionIdOf(row) ?? "");
            if (rows[row] >= 0 && removed.TryGetValue(row, out var line)) _findings.Add(LogFindings.Error("LOGF-17/removal", line.Entry, "change_type", name));
            else if (rows[row] < 0 && !removed.ContainsKey(row)) _findings.Add(About("LOGF-19", _raw[0], row, null, name));
        }

        var known = rows.Where(r => r >= 0).ToHashSet();
        for (var row = 0; row < _cleaned[0]!.RowCount; row++)
            if (!known.Contains(row)) _findings.Add(About("LOGF-19/added", _cleaned[0]!, row, null, new FindingArgument("submission", _cleaned[0]!.SubmissionIdOf(row) ?? "")));

        int[][] all = new int[_expected.Length][];
        all[0] = [.. rows.Select((r, row) => removed.ContainsKey(row) ? -1 : r)];
        for (var t = 1; t < _expected.Length; t++) all[t] = _cleaned[t] is { } table ? Below(t, table, all[_expected.IndexOf(_expected[t].Parent!)]) : [];
        for (var t = 0; t < _expected.Length; t++)
            if (_cleaned[t] is { } table) Cells(t, table, all[t]);
    }

    private void Cells(int t, Table cleaned, int[] rows)
    {
        var origins = Origins(t);
        for (var c = 0; c < _expected[t].Columns.Length; c++)
        {
            var column = _expected[t].Columns[c];
            if (column.Role is not (ColumnRole.Answer or ColumnRole.Chosen) || cleaned.Find(column.Name) is not { } other) continue;
            var (expected, actual) = (column.Value.CodesOfAllRows(), other.Value.CodesOfAllRows());
            var same = new Dictionary<(int, int), bool>();
            for (var row = 0; row < rows.Length; row++)
            {
                if (rows[row] < 0) continue;
                var pair = (expected[row], actual[rows[row]]);
                if (!same.TryGetValue(pair, out var isSame))
                    same[pair] = isSame = SameAnswer.Holds(column.Question?.Type ?? Forms.QuestionType.Text, column.Value.Text(pair.Item1), other.Value.Text(pair.Item2));
                if (!isSame) Differs(new(t, origins?[row] ?? row, c), cleaned, rows[row], other);
            }
        }
    }

    private void Differs(CellPlace place, Table cleaned, int row, TableColumn other)
    {
        var column = _raw[place.Table].Columns[place.Column];
        var (data, actual) = (column.Value.TextAt(place.Row), other.Value.TextAt(row));
        FindingArgument question = new("question", column.Name), held = new("data", data, Sensitive: true), shown = new("cleaned", actual, Sensitive: true);
        if (!_changes.TryGetValue(place, out var change))
        {
            _findings.Add(About("LOGF-16", cleaned, row, other, question, held, shown));
            return;
        }

        var wanted = new FindingArgument("new", change.Value ?? "", Sensitive: true);
        if (change.Cause is ChangeCause.Recalculated or ChangeCause.Hidden || change.Line is null) _findings.Add(About("LOGF-18/follows", cleaned, row, other, question, held, shown, wanted));
        else
        {
            var hasEffect = !SameAnswer.Holds(column.Question!.Type, data, actual);
            _findings.Add(LogFindings.Error(hasEffect ? "LOGF-18" : "LOGF-17", change.Line.Entry, "new_value", question, held, shown, wanted));
        }
    }

    private int[] Below(int t, Table cleaned, int[] parents)
    {
        var expected = _expected[t];
        var index = expected.Find("_index") is not null && cleaned.Find("_index")?.Value is { } column ? column : null;
        var own = expected.Find("_index")?.Value;
        var byKey = new Dictionary<(int Parent, string Key), int>();
        var count = new Dictionary<int, int>();
        string KeyOf(Dictionary<int, int> seen, int parent, string? number) => number ?? $"#{seen[parent] = seen.GetValueOrDefault(parent) + 1}";
        for (var row = 0; row < cleaned.RowCount; row++)
            byKey.TryAdd((cleaned.ParentRows[row], KeyOf(count, cleaned.ParentRows[row], index?.TextAt(row))), row);

        count.Clear();
        var rows = new int[expected.RowCount];
        for (var row = 0; row < rows.Length; row++)
        {
            var parent = expected.ParentRows[row] is >= 0 and var p ? parents[p] : -1;
            rows[row] = -1;
            if (parent < 0) continue;
            if (byKey.TryGetValue((parent, KeyOf(count, parent, index is null ? null : own!.TextAt(row))), out var found)) rows[row] = found;
            else _findings.Add(About("LOGF-19/row", _raw[t], Origins(t)?[row] ?? row, null, new("row", expected.RowPathOf(row)!), new("table", expected.Repeat!.Name)));
        }

        return rows;
    }

    private int[]? Origins(int t) => _outcome.Origins[t];

    private static int[] RowsOf(Table expected, Table cleaned)
    {
        var byId = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var row = 0; row < cleaned.RowCount; row++)
        {
            if (cleaned.SubmissionIdOf(row) is not { } id) continue;
            if (!byId.TryGetValue(id, out var rows)) byId.Add(id, rows = new());
            rows.Enqueue(row);
        }

        return [.. Enumerable.Range(0, expected.RowCount).Select(row => expected.SubmissionIdOf(row) is { } id && byId.TryGetValue(id, out var rows) && rows.TryDequeue(out var found) ? found : -1)];
    }

    private Finding About(string key, Table table, int row, TableColumn? column, params ReadOnlySpan<FindingArgument> arguments) =>
        LogFindings.About(key, Severity.Error, table.LocationOf(row, column), arguments) with
        {
            SubmissionId = table.SubmissionIdOf(row),
            Table = table.Path,
            RowPath = table.RowPathOf(row),
            Question = column?.Question?.Name,
            Path = column?.Question is { } question ? table.PathOf(row, question, _cleanedSet.Form) : null,
        };
}
