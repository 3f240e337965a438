using System.Collections.Immutable;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Writing.Corrected;

/// <summary>Leads corrected cells and removed rows to their places in the files: what <see cref="CorrectedExport"/> changes in the copy of each input.</summary>
internal sealed class CorrectedPlaces
{
    private readonly SubmissionSet _submissions;
    private readonly ImmutableArray<Table> _tables;
    private readonly List<CellEdit>[] _edits;
    private readonly List<RowRemoval>[] _removed;
    private readonly HashSet<int> _goes = [];

    private CorrectedPlaces(SubmissionSet submissions)
    {
        _submissions = submissions;
        _tables = [.. submissions.Tables];
        _edits = [.. submissions.Inputs.Select(_ => new List<CellEdit>())];
        _removed = [.. submissions.Inputs.Select(_ => new List<RowRemoval>())];
    }

    /// <summary>The cells that change in an input.</summary>
    public IReadOnlyList<CellEdit> EditsOf(int input) => _edits[input];

    /// <summary>The rows that go from an input.</summary>
    public IReadOnlyList<RowRemoval> RemovedFrom(int input) => _removed[input];

    /// <summary>The places of an applied log.</summary>
    /// <exception cref="InputException">FILE-13/layout: an input lays rows or columns out so that a cell has no place of its own.</exception>
    public static CorrectedPlaces Of(LogOutcome outcome)
    {
        var places = new CorrectedPlaces(outcome.Raw);
        foreach (var cell in outcome.Cells) places.Edit(cell.Change.Place, cell.NewRaw);
        if (outcome.Removals.Submissions.Count + outcome.Removals.Rows.Count == 0) return places;
        for (var t = 0; t < places._tables.Length; t++)
            for (var row = 0; row < places._tables[t].RowCount; row++)
                if (outcome.Removals.Goes(t, row)) places.Remove(t, row);
        return places;
    }

    /// <summary>The places of restored cells.</summary>
    public static CorrectedPlaces Of(SubmissionSet corrected, IEnumerable<RestoredCell> cells)
    {
        var places = new CorrectedPlaces(corrected);
        foreach (var cell in cells) places.Edit(new(cell.Table, cell.Row, cell.Column), cell.Raw);
        return places;
    }

    private void Edit(CellPlace at, string text)
    {
        var (table, column) = (_tables[at.Table], _tables[at.Table].Columns[at.Column]);
        if (IsMade(table, column)) return;
        var segment = SegmentOf(table, at.Row);
        var place = table.LocationOf(at.Row, column);
        if (ColumnIn(segment, column) is not { } number) throw new InputException("FILE-13/layout", place, new FindingArgument("column", column.Header));
        _edits[segment.Input].Add(new(place.Sheet, place.Row!.Value, number, text));
    }

    private void Remove(int t, int row)
    {
        var segment = SegmentOf(_tables[t], row);
        var place = _tables[t].LocationOf(row);
        if (!IsLaidSideBySide(segment) || t == 0) _removed[segment.Input].Add(new(place.Sheet, place.Row!.Value));
        else if (!_goes.Contains(_tables[t].RootRow(row))) throw new InputException("FILE-13/layout", place, new FindingArgument("column", _tables[t].Repeat!.Name));
        if (t == 0) _goes.Add(row);
    }

    // Answers that were put together from the columns of their choices or parts stand nowhere by themselves.
    private static bool IsMade(Table table, TableColumn column) =>
        column.Role == ColumnRole.Answer && table.Columns.Any(c => c.Number == column.Number && c.Role is ColumnRole.Chosen or ColumnRole.GeoPart);

    private int? ColumnIn(TableSegment segment, TableColumn column)
    {
        if (IsLaidSideBySide(segment)) return segment.Sheet.ParentRows is null ? column.Number : null;
        var headers = segment.Sheet.Headers;
        if (column.Number <= headers.Length && headers[column.Number - 1] == column.Header) return column.Number;
        return headers.IndexOf(column.Header) is >= 0 and var at ? at + 1 : null;
    }

    // The legacy CSV lays repeats beside each other in one row.
    private bool IsLaidSideBySide(TableSegment segment) =>
        _submissions.Inputs[segment.Input].Family == ExportFamily.L
        && _submissions.Repeats.Any(t => t.Segments.Any(s => s.Input == segment.Input && s.Sheet.ParentRows is not null));

    private static TableSegment SegmentOf(Table table, int row)
    {
        foreach (var segment in table.Segments)
            if (row < segment.FirstRow + segment.RowCount) return segment;
        return table.Segments[^1];
    }
}
