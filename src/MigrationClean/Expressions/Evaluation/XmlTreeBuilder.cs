using System.Xml;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>Fills the arrays of an <see cref="XmlTree"/> while its text is read.</summary>
internal sealed class XmlTreeBuilder
{
    private readonly Dictionary<(int Above, string Name), int> _pathIds = [];
    private readonly Stack<int> _open = new();
    private readonly Dictionary<int, int> _lastChildren = [];
    private long _characters;

    public List<NodeKind> Kinds { get; } = [];

    public List<string> Names { get; } = [];

    public List<string> Texts { get; } = [];

    public List<int> Parents { get; } = [];

    public List<int> FirstChildren { get; } = [];

    public List<int> NextSiblings { get; } = [];

    public List<int> Ends { get; } = [];

    public List<int> PathIds { get; } = [];

    public List<string> Paths { get; } = [""];

    /// <summary>Reads to the end. <see langword="false"/> beyond a limit.</summary>
    public bool Read(XmlReader reader)
    {
        Open(Add(NodeKind.Document, "", ""));
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Element(reader);
                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _open.Count > 1:
                    Text(reader.Value);
                    break;
            }

            if (_open.Count > ExpressionLimits.XmlDepth || Kinds.Count > ExpressionLimits.XmlNodes || _characters > ExpressionLimits.XmlLength) return false;
        }

        Close();
        return true;
    }

    private void Element(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        var element = Add(NodeKind.Element, reader.Name, "");
        Link(element);
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader.Name is "xmlns" || reader.Name.StartsWith("xmlns:", StringComparison.Ordinal)) continue;
            var attribute = Add(NodeKind.Attribute, reader.Name, reader.Value);
            (Parents[attribute], PathIds[attribute]) = (element, PathId(PathIds[element], $"@{reader.Name}"));
        }

        Open(element);
        if (isEmpty) Close();
    }

    // Text around a comment is one text.
    private void Text(string text)
    {
        if (_lastChildren.TryGetValue(_open.Peek(), out var last) && last == Kinds.Count - 1 && Kinds[last] == NodeKind.Text)
        {
            _characters += text.Length;
            Texts[last] += text;
            return;
        }

        Link(Add(NodeKind.Text, "", text));
    }

    private int Add(NodeKind kind, string name, string text)
    {
        _characters += name.Length + text.Length;
        Kinds.Add(kind);
        Names.Add(name);
        Texts.Add(text);
        Parents.Add(-1);
        FirstChildren.Add(-1);
        NextSiblings.Add(-1);
        Ends.Add(Kinds.Count);
        PathIds.Add(0);
        return Kinds.Count - 1;
    }

    private void Link(int node)
    {
        var parent = _open.Peek();
        Parents[node] = parent;
        PathIds[node] = PathId(PathIds[parent], Names[node]);
        if (_lastChildren.TryGetValue(parent, out var last)) NextSiblings[last] = node;
        else FirstChildren[parent] = node;
        _lastChildren[parent] = node;
    }

    private int PathId(int above, string name)
    {
        if (name.Length == 0) return above;
        if (_pathIds.TryGetValue((above, name), out var id)) return id;
        Paths.Add($"{Paths[above]}/{name}");
        return _pathIds[(above, name)] = Paths.Count - 1;
    }

    private void Open(int node) => _open.Push(node);

    private void Close()
    {
        var node = _open.Pop();
        Ends[node] = Kinds.Count;
        _lastChildren.Remove(node);
    }
}
