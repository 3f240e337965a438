using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Cleaning.Applying;

/// <summary>
/// Which answers of a block depend on a changed cell, directly or through calculations, relevance or repeats, and through which line first (cleaning §6.6).
/// </summary>
/// <remarks>By row where a rule reads its own row and those around it, by submission where it looks into repeats.</remarks>
internal sealed class TouchedCells
{
    private readonly LogicRun _run;
    private readonly SubmissionBlock _block;
    private readonly Func<int, int, ResolvedLine?> _edited;
    private readonly IReadOnlyDictionary<(int Table, int MainRow), ResolvedLine> _removed;
    private readonly ResolvedLine?[]?[] _relevance;
    private readonly ResolvedLine?[]?[] _values;
    private readonly ResolvedLine?[]?[] _anywhere;

    /// <summary>Follows the changes of a block through its form.</summary>
    /// <param name="run">The run on the changed answers.</param>
    /// <param name="block">Its block.</param>
    /// <param name="edited">The line that changed a cell (element, row of the block), or <see langword="null"/>.</param>
    /// <param name="hasEdits">Whether an element has changed cells at all.</param>
    /// <param name="removed">By table of the form and row of the main table: the line that removed rows there.</param>
    public TouchedCells(
        LogicRun run,
        SubmissionBlock block,
        Func<int, int, ResolvedLine?> edited,
        Func<int, bool> hasEdits,
        IReadOnlyDictionary<(int Table, int MainRow), ResolvedLine> removed)
    {
        (_run, _block, _edited, _removed) = (run, block, edited, removed);
        var nodes = run.Shape.Nodes.Length;
        (_relevance, _values, _anywhere) = (new ResolvedLine?[nodes][], new ResolvedLine?[nodes][], new ResolvedLine?[nodes][]);
        foreach (var node in run.Shape.Logic.Order) Follow(node, run.Shape.ElementOf(node), hasEdits);
    }

    /// <summary>The line through which the relevance of a row may have changed, or <see langword="null"/>.</summary>
    public ResolvedLine? RelevanceAt(int element, int row) => _relevance[element]?[row];

    /// <summary>The line through which a value may have changed, or <see langword="null"/>.</summary>
    public ResolvedLine? ValueAt(int element, int row) => _values[element]?[row];

    /// <summary>Whether any row of an element is touched.</summary>
    public bool IsTouched(int element) => _values[element] is not null;

    private void Follow(FormNode node, int element, Func<int, bool> hasEdits)
    {
        var shape = _run.Shape;
        var (table, above) = (shape.TableOf[element], shape.Parents[element]);
        var rows = _block.Rows[table].Length;
        var relevant = shape.Logic.Find(node, LogicColumn.Relevant);
        if (_relevance[above] is not null || IsRead(relevant))
        {
            var relevance = new ResolvedLine?[rows];
            for (var row = 0; row < rows; row++)
                relevance[row] = _relevance[above]?[_block.RowIn(shape.TableOf[above], table, row)] ?? (relevant is null ? null : ReadBy(relevant, table, row));
            _relevance[element] = relevance;
        }

        var calculation = node is Question && _run.Shape.Logic.Find(node, LogicColumn.Calculation) is { } rule && IsRead(rule) ? rule : null;
        if (_relevance[element] is null && calculation is null && !hasEdits(element)) return;
        var values = new ResolvedLine?[rows];
        for (var row = 0; row < rows; row++)
            values[row] = _edited(element, row) ?? _relevance[element]?[row] ?? (calculation is null ? null : ReadBy(calculation, table, row));
        _values[element] = values;
    }

    private bool IsRead(BoundExpression? rule)
    {
        if (rule is null) return false;
        foreach (var read in rule.Reads)
        {
            var element = _run.Shape.ElementOf(read);
            if (_values[element] is not null || (_removed.Count > 0 && _run.Shape.TableOf[element] > 0)) return true;
        }

        return false;
    }

    private ResolvedLine? ReadBy(BoundExpression rule, int table, int row)
    {
        foreach (var read in rule.Reads)
        {
            var element = _run.Shape.ElementOf(read);
            var of = _run.Shape.TableOf[element];
            var line = !rule.LooksIntoRepeats && IsAround(of, table) ? _values[element]?[_block.RowIn(of, table, row)] : Anywhere(element)?[_block.RowIn(0, table, row)];
            if (line is not null) return line;
        }

        return null;
    }

    private bool IsAround(int outer, int table)
    {
        for (; table >= 0; table = _run.Shape.ParentTables[table])
            if (table == outer) return true;
        return false;
    }

    /// <summary>By submission: the first line that touches an element in any of its rows, or that removed some.</summary>
    private ResolvedLine?[]? Anywhere(int element)
    {
        if (_anywhere[element] is { } known) return known;
        var table = _run.Shape.TableOf[element];
        if (_values[element] is null && _removed.Count == 0) return null;
        var lines = new ResolvedLine?[_block.Rows[0].Length];
        for (var row = 0; _values[element] is { } values && row < values.Length; row++)
            if (values[row] is { } line) lines[_block.RowIn(0, table, row)] ??= line;
        for (var t = table; t > 0; t = _run.Shape.ParentTables[t])
            for (var main = 0; main < lines.Length; main++)
                if (_removed.TryGetValue((t, _block.Rows[0][main]), out var line)) lines[main] ??= line;
        return _anywhere[element] = lines;
    }
}
