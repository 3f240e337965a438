using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>The cells that a log changes, over a set that stays as it was read.</summary>
internal sealed class ChangeSet
{
    private readonly ImmutableArray<Table> _tables;
    private readonly Dictionary<(int Table, int Column), Dictionary<int, CellChange>> _changes = [];
    private readonly Dictionary<(int Table, int Column), ImmutableArray<int>> _dependents = [];

    /// <summary>No change yet.</summary>
    public ChangeSet(SubmissionSet raw) => _tables = [.. raw.Tables];

    /// <summary>The changes, by place.</summary>
    public IEnumerable<CellChange> All => _changes.OrderBy(c => c.Key.Table).SelectMany(c => c.Value.Values).OrderBy(c => c.Place);

    /// <summary>How many cells change.</summary>
    public int Count => _changes.Values.Sum(c => c.Count);

    /// <summary>The columns with changed cells.</summary>
    public IEnumerable<(int Table, int Column)> Columns => _changes.Where(c => c.Value.Count > 0).Select(c => c.Key);

    /// <summary>The changes of a column by row; <see langword="null"/> if there are none.</summary>
    public IReadOnlyDictionary<int, CellChange>? Of(int table, int column) => _changes.GetValueOrDefault((table, column)) is { Count: > 0 } changes ? changes : null;

    /// <summary>The canonical text of a cell as it stands now; "" = blank.</summary>
    public string TextAt(CellPlace place) =>
        _changes.TryGetValue((place.Table, place.Column), out var changes) && changes.TryGetValue(place.Row, out var change) ? change.Value ?? "" : RawAt(place);

    /// <summary>The canonical text of a cell as it was read.</summary>
    public string RawAt(CellPlace place) => _tables[place.Table].Columns[place.Column].Value.TextAt(place.Row);

    /// <summary>Gives a cell another text; a cell that gets what it was read with is not changed.</summary>
    public void Set(CellPlace place, string? value, ChangeCause cause, ResolvedLine? line)
    {
        var key = (place.Table, place.Column);
        if ((value ?? "") == RawAt(place))
        {
            if (_changes.TryGetValue(key, out var known)) known.Remove(place.Row);
            return;
        }

        if (!_changes.TryGetValue(key, out var changes)) _changes.Add(key, changes = []);
        changes[place.Row] = new(place, string.IsNullOrEmpty(value) ? null : value, cause, line);
    }

    /// <summary>Gives an answer another text, and what belongs to it: choices' columns, parts of a point, the link of an attachment.</summary>
    /// <param name="place">The answer's cell.</param>
    /// <param name="value">The new text; <see langword="null"/> = blank.</param>
    /// <param name="cause">Why the answer changes.</param>
    /// <param name="line">The line that led to it.</param>
    /// <param name="isAnswered">Whether choices' columns are 0 and not blank where nothing is chosen.</param>
    /// <param name="only">Of a select_multiple the choices that follow; <see langword="null"/> = all.</param>
    public void SetAnswer(CellPlace place, string? value, ChangeCause cause, ResolvedLine? line, bool isAnswered = false, IReadOnlySet<string>? only = null)
    {
        Set(place, value, cause, line);
        var table = _tables[place.Table];
        HashSet<string>? names = null;
        foreach (var c in DependentsOf(place.Table, place.Column))
        {
            var column = table.Columns[c];
            var follows = cause == ChangeCause.Hidden ? ChangeCause.Hidden : ChangeCause.Child;
            if (column.Role == ColumnRole.Chosen)
            {
                if (only is not null && !only.Contains(column.Choice!)) continue;
                names ??= [.. (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
                Set(place with { Column = c }, names.Contains(column.Choice!) ? "1" : names.Count > 0 || isAnswered ? "0" : null, follows, line);
            }
            else if (column.Role == ColumnRole.GeoPart)
            {
                Set(place with { Column = c }, (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault((int)column.Part!.Value), follows, line);
            }
            else if (string.IsNullOrEmpty(value))
            {
                Set(place with { Column = c }, null, follows, line);
            }
        }
    }

    /// <summary>The set with these changes, as far as rules look at it; raw texts are those that were read.</summary>
    public SubmissionSet Preview(SubmissionSet raw) => Rewritten(raw, (_, _, _) => null);

    /// <summary>The set with these changes in canonical and in raw texts; columns without a change are the same objects.</summary>
    public SubmissionSet Applied(SubmissionSet raw, Notation notation) => Rewritten(raw, (place, value, _) => notation.TextOf(place, value));

    private SubmissionSet Rewritten(SubmissionSet raw, Func<CellPlace, string?, TableColumn, string?> rawText)
    {
        var tables = ImmutableArray.CreateBuilder<Table>(_tables.Length);
        for (var t = 0; t < _tables.Length; t++)
        {
            var parent = _tables[t].Parent is { } p ? tables[_tables.IndexOf(p)] : null;
            var columns = _tables[t].Columns;
            var isChanged = false;
            for (var c = 0; c < _tables[t].Columns.Length; c++)
            {
                if (Of(t, c) is not { } changes) continue;
                isChanged = true;
                columns = columns.SetItem(c, Rewritten(columns[c], changes, rawText));
            }

            tables.Add(isChanged || parent != _tables[t].Parent ? _tables[t].With(columns, parent) : _tables[t]);
        }

        return raw.With(tables.ToImmutable());
    }

    private static TableColumn Rewritten(TableColumn column, IReadOnlyDictionary<int, CellChange> changes, Func<CellPlace, string?, TableColumn, string?> rawText)
    {
        var values = changes.ToDictionary(c => c.Key, c => c.Value.Value);
        var texts = changes.ToDictionary(c => c.Key, c => rawText(c.Value.Place, c.Value.Value, column));
        var value = column.Value.With(values);
        var isOne = column.Value == column.Raw && values.All(v => (v.Value ?? "") == (texts[v.Key] ?? ""));
        return column with { Value = value, Raw = isOne ? value : column.Raw.With(texts) };
    }

    private ImmutableArray<int> DependentsOf(int table, int column)
    {
        if (_dependents.TryGetValue((table, column), out var known)) return known;
        var columns = _tables[table].Columns;
        var question = columns[column].Question!;
        return _dependents[(table, column)] =
        [
            .. Enumerable.Range(0, columns.Length)
                .Where(c => columns[c].Role is ColumnRole.Chosen or ColumnRole.GeoPart or ColumnRole.MediaUrl && (columns[c].Question == question || columns[c].ByForm.Contains(question))),
        ];
    }
}
