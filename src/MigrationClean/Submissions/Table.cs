using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions;

/// <summary>Rows of a table that come from one sheet of one input.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="FirstRow">First row of the table that comes from it, 0-based.</param>
/// <param name="RowCount">How many.</param>
/// <param name="Input">Index of the input.</param>
public sealed record TableSegment(Sheet Sheet, int FirstRow, int RowCount, int Input);

/// <summary>The main part of all submissions, or all rows of one repeat: columns led back to the form, rows led back to their place.</summary>
public sealed class Table
{
    private readonly ImmutableArray<int> _positions;

    /// <summary>Makes a table.</summary>
    /// <param name="repeat">The repeat; <see langword="null"/> for the main part.</param>
    /// <param name="parent">The table of the enclosing repeat or the main part; <see langword="null"/> for the main part.</param>
    /// <param name="parentRows">Row of the parent for each row, −1 for an orphan; empty for the main part.</param>
    /// <param name="columns">Columns in the order of the file.</param>
    /// <param name="segments">Where the rows come from; together all rows, in order.</param>
    public Table(Group? repeat, Table? parent, ImmutableArray<int> parentRows, ImmutableArray<TableColumn> columns, ImmutableArray<TableSegment> segments)
        : this(repeat, parent, parentRows, columns, segments, parent is null ? [] : Positions(parentRows, parent.RowCount))
    {
    }

    private Table(
        Group? repeat, Table? parent, ImmutableArray<int> parentRows, ImmutableArray<TableColumn> columns, ImmutableArray<TableSegment> segments, ImmutableArray<int> positions)
    {
        Repeat = repeat;
        Parent = parent;
        ParentRows = parentRows;
        Columns = columns;
        Segments = segments;
        RowCount = segments.IsEmpty ? 0 : segments[^1].FirstRow + segments[^1].RowCount;
        _positions = positions;
    }

    /// <summary>The repeat; <see langword="null"/> for the main part.</summary>
    public Group? Repeat { get; }

    /// <summary>The repeat's path without root; <see langword="null"/> for the main part.</summary>
    public string? Path => Repeat?.Path;

    /// <summary>Rows.</summary>
    public int RowCount { get; }

    /// <summary>The columns in the order of the file.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>The table that holds the parents of these rows.</summary>
    public Table? Parent { get; }

    /// <summary>Row of the parent for each row, −1 for an orphan. Rows of one parent follow each other in the order of the export's index.</summary>
    public ImmutableArray<int> ParentRows { get; }

    /// <summary>Where the rows come from.</summary>
    public ImmutableArray<TableSegment> Segments { get; }

    /// <summary>
    /// Main table only: identity of each submission, lower case, without <c>uuid:</c> (<c>meta/rootUuid</c> or <c>KEY</c>, else <c>_uuid</c> or
    /// <c>meta/instanceID</c>, else <c>_id</c>); blank where there is none.
    /// </summary>
    public Column? Identity { get; init; }

    /// <summary>Main table only: index into <see cref="SubmissionSet.Forms"/> of each submission's form version; empty = all 0 (the newest).</summary>
    public ImmutableArray<byte> FormOfRow { get; init; } = [];

    /// <summary>The column that holds the answers of a question, or <see langword="null"/> if the export does not hold it. O(columns).</summary>
    public TableColumn? AnswersOf(Question question)
    {
        foreach (var column in Columns)
            if (column.Role == ColumnRole.Answer && (column.Question == question || column.ByForm.Contains(question))) return column;
        return null;
    }

    /// <summary>The column of that canonical name, or <see langword="null"/>. O(columns).</summary>
    public TableColumn? Find(string name)
    {
        foreach (var column in Columns)
            if (column.Name == name) return column;
        return null;
    }

    /// <summary>The row of the main table that a row belongs to, −1 for an orphan.</summary>
    public int RootRow(int row)
    {
        var table = this;
        while (table.Parent is not null && row >= 0)
        {
            row = table.ParentRows[row];
            table = table.Parent;
        }

        return row;
    }

    /// <summary>The submission's identity, or <see langword="null"/> for an orphan or where there is none.</summary>
    public string? SubmissionIdOf(int row)
    {
        var main = this;
        while (main.Parent is not null) main = main.Parent;
        var root = RootRow(row);
        return root < 0 || main.Identity is not { } ids || ids.CodeAt(root) == 0 ? null : ids.TextAt(root);
    }

    /// <summary>Positions of a repeat row within its parents, 1-based, outermost first (<c>2/1</c>); <see langword="null"/> in the main part.</summary>
    public string? RowPathOf(int row)
    {
        if (Parent is null) return null;
        var own = _positions[row].ToString(CultureInfo.InvariantCulture);
        var outer = ParentRows[row] < 0 ? null : Parent.RowPathOf(ParentRows[row]);
        return outer is null ? own : $"{outer}/{own}";
    }

    /// <summary>1-based position of a repeat row among the rows of its parent.</summary>
    public int PositionOf(int row) => _positions[row];

    /// <summary>Path of an answer with the positions of repeats: <c>/data/grp[2]/vuln[1]/age</c>.</summary>
    public string PathOf(int row, FormNode node, Form form)
    {
        var positions = new Stack<int>();
        for (var (table, r) = (this, row); table.Parent is not null && r >= 0; (table, r) = (table.Parent, table.ParentRows[r]))
            positions.Push(table._positions[r]);

        var path = $"/{form.RootName}";
        foreach (var ancestor in node.Ancestors.Append(node))
            path += ancestor is Group { IsRepeat: true } && positions.Count > 0 ? $"/{ancestor.Name}[{positions.Pop()}]" : $"/{ancestor.Name}";
        return path;
    }

    /// <summary>Where a cell, or a whole row, stands in the input.</summary>
    /// <param name="row">0-based row of this table.</param>
    /// <param name="column">The column, or <see langword="null"/> for the row.</param>
    public Location LocationOf(int row, TableColumn? column = null)
    {
        var segment = Segments[^1];
        foreach (var candidate in Segments)
        {
            if (row >= candidate.FirstRow + candidate.RowCount) continue;
            segment = candidate;
            break;
        }

        var number = segment.Sheet.Places.RowNumber(row - segment.FirstRow);
        var line = segment.Sheet.Places.LineNumber(row - segment.FirstRow);
        return new()
        {
            File = segment.Sheet.File,
            Sheet = segment.Sheet.Name,
            Row = number,
            Line = line == number ? null : line,
            Column = column?.Header,
            ColumnNumber = column?.Number,
        };
    }

    /// <summary>The same rows with other columns or another parent of as many rows.</summary>
    internal Table With(ImmutableArray<TableColumn> columns, Table? parent) =>
        new(Repeat, parent, ParentRows, columns, Segments, _positions) { Identity = Identity, FormOfRow = FormOfRow };

    /// <summary>Only these rows, each still with its place in the file and its positions as read.</summary>
    /// <param name="rows">Rows that stay, ascending.</param>
    /// <param name="parent">The parent's table, which may have lost rows as well.</param>
    /// <param name="parentRows">Row of that table for each row that stays.</param>
    internal Table Keep(int[] rows, Table? parent, ImmutableArray<int> parentRows) =>
        new(Repeat, parent, parentRows, [.. Columns.Select(c => Keep(c, rows))], Kept(rows), Parent is null ? [] : [.. rows.Select(row => _positions[row])])
        {
            Identity = Identity?.SelectRows(rows),
            FormOfRow = FormOfRow.IsEmpty ? [] : [.. rows.Select(row => FormOfRow[row])],
        };

    private static TableColumn Keep(TableColumn column, int[] rows)
    {
        var raw = column.Raw.SelectRows(rows);
        return column with { Raw = raw, Value = column.Value == column.Raw ? raw : column.Value.SelectRows(rows) };
    }

    private ImmutableArray<TableSegment> Kept(int[] rows)
    {
        var segments = ImmutableArray.CreateBuilder<TableSegment>();
        var next = 0;
        foreach (var segment in Segments)
        {
            var first = next;
            while (next < rows.Length && rows[next] < segment.FirstRow + segment.RowCount) next++;
            int[] own = [.. rows[first..next].Select(row => row - segment.FirstRow)];
            segments.Add(segment with { Sheet = RowMoves.WithoutColumns(segment.Sheet, own), FirstRow = first, RowCount = own.Length });
        }

        return segments.ToImmutable();
    }

    private static ImmutableArray<int> Positions(ImmutableArray<int> parentRows, int parents)
    {
        var counts = new int[parents];
        var positions = ImmutableArray.CreateBuilder<int>(parentRows.Length);
        foreach (var parent in parentRows) positions.Add(parent < 0 ? 1 : ++counts[parent]);
        return positions.MoveToImmutable();
    }
}
