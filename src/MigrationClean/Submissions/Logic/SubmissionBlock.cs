using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Logic;

/// <summary>
/// A few thousand submissions as a tree that expressions walk: an element of the form and a row of this block make a node. Answers are codes;
/// relevance and calculated values are filled in by <see cref="LogicRun"/> in the form's order.
/// </summary>
/// <remarks>Rows are numbered anew within the block: those of a table follow their parents' order.</remarks>
internal sealed class SubmissionBlock : Instance
{
    /// <summary>Code of a value that cannot be told.</summary>
    public const int Unknown = -1;

    /// <summary>Code of a question that is not relevant.</summary>
    public const int NotRelevant = -2;

    private readonly FormShape _shape;
    private readonly LogicRun _run;
    private readonly int[][] _first;
    private readonly int[][] _count;
    private readonly int[]?[] _stored;
    private readonly int[]?[] _effective;

    /// <summary>A block of these rows of the main table, with all iterations below them.</summary>
    public SubmissionBlock(LogicRun run, int[] mainRows)
    {
        (_run, _shape) = (run, run.Shape);
        var tables = _shape.Repeats.Length;
        (Rows, Parents, _first, _count) = (new int[tables][], new int[tables][], new int[tables][], new int[tables][]);
        (_stored, _effective, Relevance) = (new int[_shape.Nodes.Length][], new int[_shape.Nodes.Length][], new byte[_shape.Nodes.Length][]);
        Rows[0] = mainRows;
        Parents[0] = new int[mainRows.Length];
        (_first[0], _count[0]) = ([], []);
        for (var table = 1; table < tables; table++) Link(table);
    }

    /// <summary>Row of the export's table for each row of the block, by table.</summary>
    public int[][] Rows { get; }

    /// <summary>Row of the parent, in this block, by table.</summary>
    public int[][] Parents { get; }

    /// <summary>
    /// By element: for each row whether it is relevant: 0 no, 1 yes, 2 cannot be told. <see langword="null"/>: all are.
    /// </summary>
    public byte[]?[] Relevance { get; }

    /// <inheritdoc/>
    public override Node Document => new(this, 0, 0);

    /// <inheritdoc/>
    public override Node DocumentOf(in Node node)
    {
        var table = _shape.TableOf[node.Element];
        return node.Row < 0 ? new(this, 0, RowIn(0, _shape.ParentTables[table], ~node.Row)) : new(this, 0, RowIn(0, table, node.Row));
    }

    /// <inheritdoc/>
    public override bool KeepsAbsolutePaths => true;

    /// <summary>First row of the iterations of a repeat below a row of its parent, and how many.</summary>
    public (int First, int Count) IterationsOf(int table, int parentRow) => (_first[table][parentRow], _count[table][parentRow]);

    /// <summary>The stored codes of a question by row, blank ones 0; <see langword="null"/> if the export does not hold it.</summary>
    public int[]? StoredCodes(int element)
    {
        if (_stored[element] is { } known) return known;
        var store = _run.StoreOf(element);
        if (store.Column is not { } column) return null;
        var rows = Rows[_shape.TableOf[element]];
        var codes = new int[rows.Length];
        if (rows.Length > 0 && rows[^1] - rows[0] == rows.Length - 1) column.CopyCodes(rows[0], codes);
        else
            for (var i = 0; i < rows.Length; i++) codes[i] = column.CodeAt(rows[i]);
        for (var i = 0; i < codes.Length; i++) codes[i] = store.Effective(codes[i]);
        return _stored[element] = codes;
    }

    /// <summary>The stored answer of a question, relevant or not; "" where there is none.</summary>
    public string StoredTextOf(int element, int row) => StoredCodes(element) is { } codes && codes[row] != 0 ? _run.StoreOf(element).Text(codes[row]) : "";

    /// <summary>The code of a question as expressions see it: <see cref="NotRelevant"/>, <see cref="Unknown"/>, 0 for blank, or a value.</summary>
    public int CodeAt(int element, int row) => (_effective[element] ?? Effective(element))[row];

    /// <summary>Sets the values that a calculation gave.</summary>
    public void SetCodes(int element, int[] codes) => _effective[element] = codes;

    /// <summary>Puts another value in the place of one row's, to see what would follow; returns the code that was there. Nothing else is computed again.</summary>
    public int Assume(int element, int row, int code)
    {
        var kept = CodeAt(element, row);
        if (ReferenceEquals(_effective[element], _stored[element])) _effective[element] = [.. _effective[element]!];
        _effective[element]![row] = code;
        return kept;
    }

    /// <summary>Whether a row is relevant: 0 no, 1 yes, 2 cannot be told.</summary>
    public byte RelevanceAt(int element, int row) => Relevance[element] is { } relevance ? relevance[row] : (byte)1;

    /// <summary>The row of an enclosing table that a row belongs to.</summary>
    public int RowIn(int outer, int table, int row)
    {
        while (table != outer)
        {
            row = Parents[table][row];
            table = _shape.ParentTables[table];
        }

        return row;
    }

    /// <summary>A repeat before any iteration: what its count is evaluated at.</summary>
    public Node Template(int element, int parentRow) => new(this, element, ~parentRow);

    /// <inheritdoc/>
    public override NodeKind KindOf(in Node node) => node.Element == 0 ? NodeKind.Document : NodeKind.Element;

    /// <inheritdoc/>
    public override string NameOf(in Node node) => node.Element == 0 ? "" : _shape.Nodes[node.Element].Name;

    /// <inheritdoc/>
    public override bool TryGetParent(Node node, out Node parent)
    {
        parent = default;
        if (node.Element == 0) return false;
        var above = _shape.Parents[node.Element];
        var row = node.Row < 0 ? ~node.Row : IsRepeat(node.Element) ? Parents[_shape.TableOf[node.Element]][node.Row] : node.Row;
        parent = new(this, above, row);
        return true;
    }

    /// <inheritdoc/>
    public override void AddChildren(in Node node, string? name, List<Node> children)
    {
        if (name is not null)
        {
            if (_shape.Children[node.Element].TryGetValue(name, out var element)) Add(element, node.Row, children);
            return;
        }

        foreach (var child in _shape.Children[node.Element].Values.Order()) Add(child, node.Row, children);
    }

    /// <inheritdoc/>
    public override int TryGetOnlyChild(Node node, string name, out Node child)
    {
        child = default;
        if (!_shape.Children[node.Element].TryGetValue(name, out var element)) return 0;
        if (!IsRepeat(element))
        {
            child = new(this, element, node.Row);
            return 1;
        }

        var (first, count) = IterationsOf(_shape.TableOf[element], node.Row);
        child = new(this, element, first);
        return Math.Min(count, 2);
    }

    /// <inheritdoc/>
    public override string TextOf(in Node node)
    {
        if (_shape.Nodes[node.Element] is Question) return CodeAt(node.Element, node.Row) is > 0 and var code ? _run.StoreOf(node.Element).Text(code) : "";
        var children = new List<Node>();
        AddChildren(node, null, children);
        return string.Concat(children.Select(c => c.Instance.TextOf(c)));
    }

    /// <inheritdoc/>
    public override Value TypedValueOf(in Node node, EvaluationContext context)
    {
        if (_shape.Nodes[node.Element] is not Question) return Value.Of(TextOf(node));
        return CodeAt(node.Element, node.Row) is > 0 and var code ? _run.StoreOf(node.Element).Typed(code, context) : Value.Empty;
    }

    /// <inheritdoc/>
    public override bool IsRelevant(in Node node, EvaluationContext context) => node.Row < 0 || RelevanceAt(node.Element, node.Row) != 0;

    /// <inheritdoc/>
    public override Value? UnreadableBecause(in Node node)
    {
        if (_shape.Nodes[node.Element] is not Question question || CodeAt(node.Element, node.Row) != Unknown) return null;
        return Value.Unknown(new(_run.StoreOf(node.Element).Column is null ? "not-exported" : "depends", question.Name));
    }

    /// <inheritdoc/>
    public override Value? UnreadableChildren(in Node node, string? name)
    {
        if (_run.HasAllTables) return null;
        foreach (var (child, element) in _shape.Children[node.Element])
            if ((name is null || name == child) && IsRepeat(element) && !_run.HasTable(_shape.TableOf[element]))
                return Value.Unknown(new("repeat-not-exported", child));
        return null;
    }

    /// <inheritdoc/>
    public override int PositionOf(in Node node)
    {
        if (!IsRepeat(node.Element) || node.Row < 0) return 1;
        var table = _shape.TableOf[node.Element];
        return node.Row - _first[table][Parents[table][node.Row]] + 1;
    }

    private bool IsRepeat(int element) => element > FormShape.Root && _shape.Nodes[element] is Group { IsRepeat: true };

    private void Add(int element, int row, List<Node> children)
    {
        if (!IsRepeat(element))
        {
            children.Add(new(this, element, row));
            return;
        }

        var (first, count) = IterationsOf(_shape.TableOf[element], row);
        for (var i = 0; i < count; i++) children.Add(new(this, element, first + i));
    }

    private int[] Effective(int element)
    {
        var rows = Rows[_shape.TableOf[element]].Length;
        var codes = new int[rows];
        if (StoredCodes(element) is not { } stored) Array.Fill(codes, Unknown);
        else if (Relevance[element] is null) codes = stored;
        else stored.CopyTo(codes, 0);

        if (Relevance[element] is { } relevance)
            for (var row = 0; row < rows; row++)
                codes[row] = relevance[row] switch { 0 => NotRelevant, 1 => codes[row], _ => codes[row] == 0 ? 0 : Unknown };
        return _effective[element] = codes;
    }

    private void Link(int table)
    {
        var parent = _shape.ParentTables[table];
        var parents = Rows[parent];
        (_first[table], _count[table]) = (new int[parents.Length], new int[parents.Length]);
        var (rows, above) = (new List<int>(), new List<int>());
        if (_run.LinksOf(table) is { } links)
            for (var i = 0; i < parents.Length; i++)
            {
                var below = links.RowsOf(parents[i]);
                (_first[table][i], _count[table][i]) = (rows.Count, below.Length);
                rows.AddRange(below);
                for (var j = 0; j < below.Length; j++) above.Add(i);
            }

        (Rows[table], Parents[table]) = ([.. rows], [.. above]);
    }
}
