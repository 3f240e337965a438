namespace MigrationClean.Submissions.Logic;

/// <summary>The rows of a repeat by parent row, in the order of their positions. 4 bytes a row and 4 a parent.</summary>
internal sealed class RowLinks
{
    private readonly int[] _first;
    private readonly int[] _rows;

    /// <summary>Links the rows of a table to its parent's. O(rows).</summary>
    public RowLinks(Table table)
    {
        _first = new int[table.Parent!.RowCount + 1];
        foreach (var parent in table.ParentRows)
            if (parent >= 0) _first[parent + 1]++;
        for (var i = 1; i < _first.Length; i++) _first[i] += _first[i - 1];

        _rows = new int[_first[^1]];
        var next = _first[..^1];
        for (var row = 0; row < table.ParentRows.Length; row++)
            if (table.ParentRows[row] is >= 0 and var parent) _rows[next[parent]++] = row;
    }

    /// <summary>The rows of one parent.</summary>
    public ReadOnlySpan<int> RowsOf(int parent) => _rows.AsSpan(_first[parent], _first[parent + 1] - _first[parent]);
}
