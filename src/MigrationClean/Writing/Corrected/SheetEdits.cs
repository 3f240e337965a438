namespace MigrationClean.Writing.Corrected;

/// <summary>The edits and removals of one sheet by row, and which of them were met: what was not met is a broken promise, never passed over.</summary>
internal sealed class SheetEdits
{
    private static readonly CellEdit[] None = [];

    private readonly Dictionary<int, CellEdit[]> _byRow;
    private readonly HashSet<int> _removed;
    private readonly HashSet<int> _met = [];

    /// <summary>Takes the edits and removals of one sheet.</summary>
    /// <exception cref="ArgumentException">Two edits for one cell, or a place below 1.</exception>
    public SheetEdits(IEnumerable<CellEdit> edits, IEnumerable<RowRemoval> removed)
    {
        _byRow = edits.GroupBy(static e => e.Row).ToDictionary(static g => g.Key, static g => g.OrderBy(static e => e.Column).ToArray());
        _removed = [.. removed.Select(static r => r.Row)];
        Removed = [.. _removed.Order()];
        foreach (var (row, cells) in _byRow)
        {
            if (row < 1 || cells[0].Column < 1) throw new ArgumentException("An edit's row and column are counted from 1.", nameof(edits));
            for (var i = 1; i < cells.Length; i++)
                if (cells[i].Column == cells[i - 1].Column) throw new ArgumentException($"Two edits for one cell: row {row}, column {cells[i].Column}.", nameof(edits));
        }

        if (Removed.Length > 0 && Removed[0] < 1) throw new ArgumentException("A row is counted from 1.", nameof(removed));
    }

    /// <summary>Numbers of the removed rows, ascending.</summary>
    public int[] Removed { get; }

    /// <summary>Whether nothing changes.</summary>
    public bool AreNone => _byRow.Count == 0 && Removed.Length == 0;

    /// <summary>Whether a row goes; it counts as met.</summary>
    public bool Removes(int row)
    {
        if (!_removed.Contains(row)) return false;
        _met.Add(row);
        return true;
    }

    /// <summary>The edits of a row by column; it counts as met. Empty where there are none.</summary>
    public IReadOnlyList<CellEdit> Of(int row)
    {
        if (!_byRow.TryGetValue(row, out var cells)) return None;
        _met.Add(row);
        return cells;
    }

    /// <summary>All edits by row and column.</summary>
    public IEnumerable<CellEdit> All => _byRow.OrderBy(static p => p.Key).SelectMany(static p => p.Value);

    /// <summary>The edit of a cell, or <see langword="null"/>.</summary>
    public CellEdit? Find(int row, int column) => _byRow.TryGetValue(row, out var cells) ? Array.Find(cells, c => c.Column == column) : null;

    /// <summary>Whether a row has edits.</summary>
    public bool Touches(int row) => _byRow.ContainsKey(row);

    /// <summary>Proves that each row with an edit or removal was met.</summary>
    /// <exception cref="InvalidOperationException">One was not: the caller's places are not this file's.</exception>
    public void ThrowUnmet()
    {
        foreach (var row in _removed.Concat(_byRow.Keys).Order())
            if (!_met.Contains(row)) throw new InvalidOperationException($"The export has no row {row} to correct.");
    }

    /// <summary>Edits and removals by sheet.</summary>
    /// <returns>By the sheet's name, "" where it has none; only sheets where something changes.</returns>
    public static Dictionary<string, SheetEdits> BySheet(IReadOnlyList<CellEdit> edits, IReadOnlyList<RowRemoval> removed)
    {
        var editsOf = edits.ToLookup(static e => e.Sheet ?? "", StringComparer.Ordinal);
        var removedOf = removed.ToLookup(static r => r.Sheet ?? "", StringComparer.Ordinal);
        return editsOf.Select(static g => g.Key).Union(removedOf.Select(static g => g.Key), StringComparer.Ordinal)
            .ToDictionary(static name => name, name => new SheetEdits(editsOf[name], removedOf[name]), StringComparer.Ordinal);
    }
}
