using System.Collections.Immutable;

namespace MigrationClean.Expressions.Evaluation;

/// <summary>A tree that paths walk through: a submission, a choice list, an attached file.</summary>
internal abstract class Instance
{
    /// <summary>The node above the root element.</summary>
    public abstract Node Document { get; }

    /// <summary>The document that a node belongs to: one instance may hold several submissions.</summary>
    public virtual Node DocumentOf(in Node node) => Document;

    /// <summary>What a node is.</summary>
    public abstract NodeKind KindOf(in Node node);

    /// <summary>The name of an element or attribute; "" for others.</summary>
    public abstract string NameOf(in Node node);

    /// <summary>The node above; <see langword="false"/> for the document. By value, as callers step up in place.</summary>
    public abstract bool TryGetParent(Node node, out Node parent);

    /// <summary>Adds the elements (and text, where <paramref name="name"/> is <see langword="null"/>) below a node, in document order.</summary>
    /// <param name="node">The node.</param>
    /// <param name="name">Only those of this name; <see langword="null"/> for all.</param>
    /// <param name="children">The list to add to.</param>
    public abstract void AddChildren(in Node node, string? name, List<Node> children);

    /// <summary>The one element of a name below a node: the common case, without a list.</summary>
    /// <returns>How many there are: 0, 1, or 2 for several.</returns>
    public abstract int TryGetOnlyChild(Node node, string name, out Node child);

    /// <summary>Adds the attributes of a node.</summary>
    public virtual void AddAttributes(in Node node, string? name, List<Node> attributes)
    {
    }

    /// <summary>All text inside a node, in document order.</summary>
    public abstract string TextOf(in Node node);

    /// <summary>The value of a node's text under its bound type, as JavaRosa reads it; failures come back as such values.</summary>
    public abstract Value TypedValueOf(in Node node, EvaluationContext context);

    /// <summary>Whether a node and everything above it is relevant. Asked of the main instance alone.</summary>
    public virtual bool IsRelevant(in Node node, EvaluationContext context) => true;

    /// <summary>Why a node cannot be read, as a reason's key (a question that the export does not hold); <see langword="null"/> where it can.</summary>
    public virtual Value? UnreadableBecause(in Node node) => null;

    /// <summary>Why the iterations of a repeat cannot be told; <see langword="null"/> where they can.</summary>
    public virtual Value? UnreadableChildren(in Node node, string? name) => null;

    /// <summary>Whether absolute paths inside a predicate over this instance start here: only in the main instance.</summary>
    public virtual bool KeepsAbsolutePaths => false;

    /// <summary>Whether <see cref="Find"/> may know the answer.</summary>
    public virtual bool HasIndex => false;

    /// <summary>The rows of a list whose column has a value, if the instance keeps an index; <see langword="null"/> = look at all.</summary>
    public virtual IReadOnlyList<Node>? Find(in Node parent, string element, string column, string value) => null;

    /// <summary>1-based rank of an element among its siblings of the same name. O(siblings) unless the instance knows better.</summary>
    public virtual int PositionOf(in Node node)
    {
        if (!TryGetParent(node, out var parent)) return 1;
        var siblings = new List<Node>();
        AddChildren(parent, NameOf(node), siblings);
        return siblings.IndexOf(node) + 1;
    }

    /// <summary>Which of two nodes comes first in the document: below 0 for the first one. O(depth) unless the instance knows better.</summary>
    public virtual int CompareOrder(in Node a, in Node b) => NodeOrder.ByPath(a, b);

    /// <summary>The node and everything above it, from the document down. O(depth).</summary>
    public ImmutableArray<Node> PathTo(in Node node)
    {
        var path = new Stack<Node>();
        path.Push(node);
        while (TryGetParent(path.Peek(), out var parent)) path.Push(parent);
        return [.. path];
    }
}
