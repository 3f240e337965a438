using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Submissions.Logic;

/// <summary>A list as an instance: <c>root/item/column</c>, with an index by column. Empty cells are no nodes, as the converter writes it.</summary>
internal sealed class ListInstance : Instance
{
    private const int Root = 1;
    private const int Item = 2;
    private const int FirstColumn = 3;

    private readonly ImmutableArray<string> _names;
    private readonly FrozenDictionary<string, int> _columns;
    private readonly ImmutableArray<ImmutableArray<string>> _rows;
    private readonly Lazy<Dictionary<string, List<Node>>>[] _index;

    /// <summary>A list of these columns and rows; "" is no cell.</summary>
    public ListInstance(ImmutableArray<string> names, ImmutableArray<ImmutableArray<string>> rows)
    {
        (_names, _rows) = (names, rows);
        _columns = names.Select((name, i) => (name, i)).DistinctBy(c => c.name, StringComparer.Ordinal)
            .ToFrozenDictionary(c => c.name, c => c.i, StringComparer.Ordinal);
        _index = [.. names.Select((_, i) => new Lazy<Dictionary<string, List<Node>>>(() => IndexOf(i)))];
    }

    /// <inheritdoc/>
    public override Node Document => new(this, 0, 0);

    /// <inheritdoc/>
    public override bool HasIndex => true;

    /// <summary>The row that a number stands for.</summary>
    public Node ItemAt(int row) => new(this, Item, row);

    /// <inheritdoc/>
    public override NodeKind KindOf(in Node node) => node.Element == 0 ? NodeKind.Document : NodeKind.Element;

    /// <inheritdoc/>
    public override string NameOf(in Node node) => node.Element switch { 0 => "", Root => "root", Item => "item", _ => _names[node.Element - FirstColumn] };

    /// <inheritdoc/>
    public override bool TryGetParent(Node node, out Node parent)
    {
        parent = node.Element >= FirstColumn ? new(this, Item, node.Row) : new(this, node.Element - 1, 0);
        return node.Element > 0;
    }

    /// <inheritdoc/>
    public override void AddChildren(in Node node, string? name, List<Node> children)
    {
        if (node.Element == 0 && (name is null or "root")) children.Add(new(this, Root, 0));
        if (node.Element == Root && (name is null or "item"))
            for (var row = 0; row < _rows.Length; row++) children.Add(new(this, Item, row));
        if (node.Element != Item) return;
        for (var i = 0; i < _names.Length; i++)
            if ((name is null || name == _names[i]) && _rows[node.Row][i].Length > 0) children.Add(new(this, FirstColumn + i, node.Row));
    }

    /// <inheritdoc/>
    public override int TryGetOnlyChild(Node node, string name, out Node child)
    {
        child = default;
        switch (node.Element)
        {
            case 0 when name == "root":
                child = new(this, Root, 0);
                return 1;
            case Root when name == "item":
                child = new(this, Item, 0);
                return Math.Min(_rows.Length, 2);
            case Item when _columns.TryGetValue(name, out var column) && _rows[node.Row][column].Length > 0:
                child = new(this, FirstColumn + column, node.Row);
                return 1;
            default:
                return 0;
        }
    }

    /// <inheritdoc/>
    public override string TextOf(in Node node) => node.Element switch
    {
        >= FirstColumn => _rows[node.Row][node.Element - FirstColumn],
        Item => string.Concat(_rows[node.Row]),
        _ => string.Concat(_rows.Select(r => string.Concat(r))),
    };

    /// <inheritdoc/>
    public override Value TypedValueOf(in Node node, EvaluationContext context) => Value.Of(TextOf(node));

    /// <inheritdoc/>
    public override IReadOnlyList<Node>? Find(in Node parent, string element, string column, string value)
    {
        if (parent.Element != Root || element != "item") return null;
        if (!_columns.TryGetValue(column, out var at)) return [];

        // An absent cell equals the empty text in JavaRosa: only whole values are looked up.
        return value.Length == 0 ? null : _index[at].Value.GetValueOrDefault(value) ?? [];
    }

    /// <inheritdoc/>
    public override int PositionOf(in Node node) => node.Element == Item ? node.Row + 1 : 1;

    private Dictionary<string, List<Node>> IndexOf(int column)
    {
        var index = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        for (var row = 0; row < _rows.Length; row++)
            if (_rows[row][column] is { Length: > 0 } value)
            {
                if (!index.TryGetValue(value, out var nodes)) index.Add(value, nodes = []);
                nodes.Add(new(this, Item, row));
            }

        return index;
    }
}
