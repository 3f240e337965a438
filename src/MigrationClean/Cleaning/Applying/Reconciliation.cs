using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>
/// Holds the corrected set against the raw one: rows are there or removed, every cell that differs is a correction and nothing else, and the corrections
/// turned back give what was read (cleaning §6.9).
/// </summary>
/// <remarks>Columns that are the same objects cannot differ. O(changed columns × rows).</remarks>
internal static class Reconciliation
{
    /// <summary>Checks an applied log.</summary>
    /// <exception cref="InvalidOperationException">It does not balance: a mistake of ours. The message names no answer.</exception>
    public static void Check(LogOutcome outcome)
    {
        ImmutableArray<Table> raw = [.. outcome.Raw.Tables];
        ImmutableArray<Table> corrected = [.. outcome.Corrected.Tables];
        var cells = outcome.Cells.GroupBy(c => (c.Change.Place.Table, c.Change.Place.Column)).ToDictionary(g => g.Key, g => g.ToDictionary(c => c.Change.Place.Row));
        for (var t = 0; t < raw.Length; t++)
        {
            int[] rows = [.. Enumerable.Range(0, raw[t].RowCount).Where(row => !outcome.Removals.Rows.ContainsKey(new(t, row, -1)) && !IsBelowRemoved(outcome, raw, t, row))];
            if (rows.Length != corrected[t].RowCount) throw Unbalanced("rows", raw[t], null, raw[t].RowCount, corrected[t].RowCount);
            for (var c = 0; c < raw[t].Columns.Length; c++) Check(raw[t], corrected[t], c, rows, cells.GetValueOrDefault((t, c)) ?? []);
        }

        Count(outcome, raw[0]);
    }

    private static void Check(Table raw, Table corrected, int column, int[] rows, Dictionary<int, CorrectedCell> cells)
    {
        var (before, after) = (raw.Columns[column], corrected.Columns[column]);
        if (before.Raw == after.Raw && before.Value == after.Value && cells.Count == 0) return;
        if (cells.Count == 0 && rows.Length < raw.RowCount) return; // picked rows of an unchanged column
        var differing = 0;
        for (var row = 0; row < rows.Length; row++)
        {
            var old = before.Raw.Utf8(before.Raw.CodeAt(rows[row]));
            var now = after.Raw.Utf8(after.Raw.CodeAt(row));
            var isCorrected = cells.TryGetValue(rows[row], out var cell);
            if (isCorrected && (before.Raw.TextAt(rows[row]) != cell!.OldRaw || after.Raw.TextAt(row) != cell.NewRaw || after.Value.TextAt(row) != (cell.Change.Value ?? "")))
                throw Unbalanced("cell", raw, before, rows[row], row);
            if (!isCorrected && !old.SequenceEqual(now)) throw Unbalanced("untouched cell", raw, before, rows[row], row);
            if (isCorrected) differing++;
        }

        if (differing != cells.Count) throw Unbalanced("cells", raw, before, differing, cells.Count);
    }

    private static void Count(LogOutcome outcome, Table main)
    {
        if (main.RowCount != outcome.Kept.Main.RowCount + outcome.Removals.Submissions.Count)
            throw Unbalanced("submissions", main, null, main.RowCount, outcome.Kept.Main.RowCount);
        var withEvent = outcome.Cells.Select(c => c.Change.Line).OfType<ResolvedLine>().Select(l => (l.Place, l.Option)).ToHashSet();
        var places = outcome.Cells.Select(c => c.Change.Place).ToHashSet();
        foreach (var effect in outcome.Effects)
            if (!withEvent.Contains((effect.Place, effect.Option)) && !places.Contains(effect.Place)) throw Unbalanced("line without event", main, null, effect.Entry.Location.Row ?? 0, 0);
    }

    private static bool IsBelowRemoved(LogOutcome outcome, ImmutableArray<Table> tables, int table, int row) =>
        tables[table].Parent is { } parent && tables[table].ParentRows[row] is >= 0 and var above
        && (outcome.Removals.Rows.ContainsKey(new(tables.IndexOf(parent), above, -1)) || IsBelowRemoved(outcome, tables, tables.IndexOf(parent), above));

    private static InvalidOperationException Unbalanced(string what, Table table, TableColumn? column, int expected, int actual) => new(string.Create(
        CultureInfo.InvariantCulture, $"Corrections do not reconcile: {what} of {table.Path ?? "main"} {column?.Number ?? 0}: {expected}, {actual}."));
}
