using System.Xml;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>An XML text as arrays in document order: an element, its attributes, then what is in it. Read once, never changed.</summary>
/// <remarks>Prefixes stay part of the names, declared or not. Comments, processing instructions and documents types are not kept.</remarks>
internal sealed class XmlTree
{
    private XmlTree(XmlTreeBuilder built)
    {
        (Kinds, Names, Texts) = ([.. built.Kinds], [.. built.Names], [.. built.Texts]);
        (Parents, FirstChildren, NextSiblings, Ends) = ([.. built.Parents], [.. built.FirstChildren], [.. built.NextSiblings], [.. built.Ends]);
        (PathIds, Paths) = ([.. built.PathIds], [.. built.Paths]);
    }

    /// <summary>Number of nodes; 0 is the document.</summary>
    public int Count => Kinds.Length;

    /// <summary>What each is.</summary>
    public NodeKind[] Kinds { get; }

    /// <summary>The name of each, "" for document and text.</summary>
    public string[] Names { get; }

    /// <summary>Of text and attributes: the text.</summary>
    public string[] Texts { get; }

    /// <summary>The node above; −1 above the document.</summary>
    public int[] Parents { get; }

    /// <summary>The first element or text below; −1 for none.</summary>
    public int[] FirstChildren { get; }

    /// <summary>The next element or text below the same node; −1 for none.</summary>
    public int[] NextSiblings { get; }

    /// <summary>The end of everything below, exclusive.</summary>
    public int[] Ends { get; }

    /// <summary>Number of the path of each element and attribute; all iterations of a repeat share it.</summary>
    public int[] PathIds { get; }

    /// <summary>The paths without iteration numbers: <c>/data/group/name</c>, <c>/data/@id</c>.</summary>
    public string[] Paths { get; }

    /// <summary>Reads a text. O(length); depth, size and number of nodes are limited.</summary>
    /// <returns><see langword="null"/> if it is no XML, has a document type, or is beyond the limits.</returns>
    public static XmlTree? Read(TextReader text)
    {
        try
        {
            // This reader alone can leave prefixes undeclared, as instances cut from forms often have them.
            using var reader = new XmlTextReader(text)
            {
                Namespaces = false,
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                EntityHandling = EntityHandling.ExpandEntities,
            };
            var builder = new XmlTreeBuilder();
            return builder.Read(reader) ? new(builder) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>All text inside a node, in document order.</summary>
    public string TextOf(int node)
    {
        if (Kinds[node] is NodeKind.Text or NodeKind.Attribute) return Texts[node];
        var first = FirstChildren[node];
        if (first < 0) return "";
        if (Kinds[first] == NodeKind.Text && NextSiblings[first] < 0) return Texts[first];
        return string.Concat(Enumerable.Range(node, Ends[node] - node).Where(n => Kinds[n] == NodeKind.Text).Select(n => Texts[n]));
    }

    /// <summary>Whether an element holds elements.</summary>
    public bool HasElements(int node)
    {
        for (var child = FirstChildren[node]; child >= 0; child = NextSiblings[child])
            if (Kinds[child] == NodeKind.Element) return true;
        return false;
    }
}
