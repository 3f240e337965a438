using System.Collections.Frozen;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>An instance over XML: a submission's text with the types and relevance that its form binds to paths, or a list.</summary>
/// <remarks>The tree is shared; types, relevance and indexes are this object's. One thread.</remarks>
internal sealed class XmlInstance : Instance
{
    private readonly XmlTree _tree;
    private readonly BindType[] _types;
    private readonly XmlRelevance? _relevance;
    private readonly bool _isMain;
    private RowIndex? _rows;
    private int[]? _ranks;

    /// <summary>A list or attached file: all its nodes are text.</summary>
    public XmlInstance(XmlTree tree)
        : this(tree, FrozenDictionary<string, BindType>.Empty, FrozenDictionary<string, Operation>.Empty, isMain: false)
    {
    }

    /// <summary>The main instance.</summary>
    /// <param name="tree">The XML.</param>
    /// <param name="types">Path → type; a path that is not there is text.</param>
    /// <param name="relevance">Path → relevance expression.</param>
    public XmlInstance(XmlTree tree, IReadOnlyDictionary<string, BindType> types, IReadOnlyDictionary<string, Operation> relevance)
        : this(tree, types, relevance, isMain: true)
    {
    }

    private XmlInstance(XmlTree tree, IReadOnlyDictionary<string, BindType> types, IReadOnlyDictionary<string, Operation> relevance, bool isMain)
    {
        _tree = tree;
        _isMain = isMain;
        _types = [.. tree.Paths.Select(path => types.GetValueOrDefault(path))];
        _relevance = relevance.Count == 0 ? null : new(tree, relevance);
    }

    /// <inheritdoc/>
    public override Node Document => new(this, 0, 0);

    /// <inheritdoc/>
    public override bool KeepsAbsolutePaths => _isMain;

    /// <inheritdoc/>
    public override bool HasIndex => !_isMain;

    /// <inheritdoc/>
    public override NodeKind KindOf(in Node node) => _tree.Kinds[node.Element];

    /// <inheritdoc/>
    public override string NameOf(in Node node) => _tree.Names[node.Element];

    /// <inheritdoc/>
    public override bool TryGetParent(Node node, out Node parent)
    {
        var above = _tree.Parents[node.Element];
        parent = new(this, above, 0);
        return above >= 0;
    }

    /// <inheritdoc/>
    public override void AddChildren(in Node node, string? name, List<Node> children)
    {
        for (var child = _tree.FirstChildren[node.Element]; child >= 0; child = _tree.NextSiblings[child])
            if (name is null || _tree.Names[child] == name) children.Add(new(this, child, 0));
    }

    /// <inheritdoc/>
    public override int TryGetOnlyChild(Node node, string name, out Node child)
    {
        child = default;
        for (var at = _tree.FirstChildren[node.Element]; at >= 0; at = _tree.NextSiblings[at])
        {
            if (_tree.Names[at] != name) continue;
            if (child.Instance is not null) return 2;
            child = new(this, at, 0);
        }

        return child.Instance is null ? 0 : 1;
    }

    /// <inheritdoc/>
    public override void AddAttributes(in Node node, string? name, List<Node> attributes)
    {
        for (var at = node.Element + 1; at < _tree.Count && _tree.Kinds[at] == NodeKind.Attribute && _tree.Parents[at] == node.Element; at++)
            if (name is null || _tree.Names[at] == name) attributes.Add(new(this, at, 0));
    }

    /// <inheritdoc/>
    public override string TextOf(in Node node) => _tree.TextOf(node.Element);

    /// <inheritdoc/>
    public override Value TypedValueOf(in Node node, EvaluationContext context)
    {
        // A group has no value of its own in JavaRosa.
        if (_tree.HasElements(node.Element)) return Value.Empty;
        return TypedText.Read(_tree.TextOf(node.Element), _tree.Kinds[node.Element] == NodeKind.Text ? BindType.Text : TypeOf(node), context);
    }

    /// <summary>The type bound to a node.</summary>
    public BindType TypeOf(in Node node) => _types[_tree.PathIds[node.Element]];

    /// <summary>The path of a node without iteration numbers.</summary>
    public string PathOf(in Node node) => _tree.Paths[_tree.PathIds[node.Element]];

    /// <inheritdoc/>
    public override bool IsRelevant(in Node node, EvaluationContext context) => _relevance?.IsRelevant(node, context) ?? true;

    /// <inheritdoc/>
    public override IReadOnlyList<Node>? Find(in Node parent, string element, string column, string value)
    {
        if (_isMain) return null;
        return (_rows ??= new(this)).Find(parent, element, column, value);
    }

    /// <inheritdoc/>
    public override int PositionOf(in Node node)
    {
        if (_tree.Kinds[node.Element] != NodeKind.Element) return 1;
        return (_ranks ??= Ranks())[node.Element];
    }

    /// <inheritdoc/>
    public override int CompareOrder(in Node a, in Node b) =>
        ReferenceEquals(a.Instance, b.Instance) ? a.Element.CompareTo(b.Element) : NodeOrder.ByPath(a, b);

    private int[] Ranks()
    {
        var ranks = new int[_tree.Count];
        var seen = new Dictionary<(int Parent, string Name), int>();
        for (var i = 0; i < ranks.Length; i++)
        {
            if (_tree.Kinds[i] != NodeKind.Element) continue;
            var key = (_tree.Parents[i], _tree.Names[i]);
            ranks[i] = seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        return ranks;
    }
}
