namespace MigrationClean.Expressions.Evaluation;

/// <summary>The kind of a value.</summary>
internal enum ValueKind : byte
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A double.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An instant: a date is its midnight in the zone of the evaluation.</summary>
    Date,

    /// <summary>Exactly one node.</summary>
    Node,

    /// <summary>No node, or several.</summary>
    Nodes,

    /// <summary>Needs something that an export does not hold: neither true nor false.</summary>
    NotEvaluable,

    /// <summary>The expression has no value.</summary>
    Error,
}

/// <summary>What an expression gives: a value, an error with its place, or that it cannot be evaluated. 24 bytes; a single node takes no allocation.</summary>
internal readonly struct Value
{
    private readonly object? _reference;
    private readonly double _number;

    private Value(ValueKind kind, object? reference, double number)
    {
        Kind = kind;
        _reference = reference;
        _number = number;
    }

    /// <summary>The empty text.</summary>
    public static Value Empty => default;

    /// <summary>The empty node-set.</summary>
    public static Value NoNodes { get; } = new(ValueKind.Nodes, Array.Empty<Node>(), 0);

    /// <summary>Not a number.</summary>
    public static Value NaN => Of(double.NaN);

    /// <summary>Its kind.</summary>
    public ValueKind Kind { get; }

    /// <summary>Whether it is an error or not evaluable: whatever uses it has no value either.</summary>
    public bool IsFailure => Kind >= ValueKind.NotEvaluable;

    /// <summary>Whether it is a node or a set of nodes.</summary>
    public bool IsNodes => Kind is ValueKind.Node or ValueKind.Nodes;

    /// <summary>The text of a <see cref="ValueKind.Text"/>.</summary>
    public string Text => Kind == ValueKind.Text ? (string?)_reference ?? "" : throw Wrong();

    /// <summary>The number of a <see cref="ValueKind.Number"/>.</summary>
    public double Number => Kind == ValueKind.Number ? _number : throw Wrong();

    /// <summary>The truth of a <see cref="ValueKind.Boolean"/>.</summary>
    public bool Boolean => Kind == ValueKind.Boolean ? _number != 0 : throw Wrong();

    /// <summary>Of a <see cref="ValueKind.Date"/>: milliseconds since 1970-01-01T00:00Z; NaN for an invalid date.</summary>
    public double Milliseconds => Kind == ValueKind.Date ? _number : throw Wrong();

    /// <summary>The node of a <see cref="ValueKind.Node"/>.</summary>
    public Node Node
    {
        get
        {
            if (Kind != ValueKind.Node) throw Wrong();
            var bits = BitConverter.DoubleToInt64Bits(_number);
            return new((Instance)_reference!, (int)(bits >> 32), (int)bits);
        }
    }

    /// <summary>The nodes of a node-set, one or many, in document order.</summary>
    public IReadOnlyList<Node> Nodes => Kind switch
    {
        ValueKind.Node => [Node],
        ValueKind.Nodes => (Node[])_reference!,
        _ => throw Wrong(),
    };

    /// <summary>Of a <see cref="ValueKind.Error"/>: why.</summary>
    public ExpressionError Error => Kind == ValueKind.Error ? (ExpressionError)_reference! : throw Wrong();

    /// <summary>Of a <see cref="ValueKind.NotEvaluable"/>: why.</summary>
    public NotEvaluable Reason => Kind == ValueKind.NotEvaluable ? (NotEvaluable)_reference! : throw Wrong();

    /// <summary>A number.</summary>
    public static Value Of(double number) => new(ValueKind.Number, null, number);

    /// <summary>A text.</summary>
    public static Value Of(string text) => new(ValueKind.Text, text, 0);

    /// <summary>A truth.</summary>
    public static Value Of(bool truth) => new(ValueKind.Boolean, null, truth ? 1 : 0);

    /// <summary>An instant, in milliseconds since 1970-01-01T00:00Z.</summary>
    public static Value At(double milliseconds) => new(ValueKind.Date, null, milliseconds);

    /// <summary>A node.</summary>
    public static Value Of(in Node node) =>
        new(ValueKind.Node, node.Instance, BitConverter.Int64BitsToDouble(((long)node.Element << 32) | (uint)node.Row));

    /// <summary>A node-set.</summary>
    public static Value Of(IReadOnlyList<Node> nodes) => nodes.Count switch
    {
        0 => NoNodes,
        1 => Of(nodes[0]),
        _ => new(ValueKind.Nodes, nodes.ToArray(), 0),
    };

    /// <summary>An error.</summary>
    public static Value Fail(ExpressionError error) => new(ValueKind.Error, error, 0);

    /// <summary>An error at a place: <c>EXPR-04</c> with a variant.</summary>
    public static Value Fail(string variant, int position, params ReadOnlySpan<Diagnostics.FindingArgument> arguments) =>
        Fail(new ExpressionError($"EXPR-04/{variant}", position, [.. arguments]));

    /// <summary>Not evaluable.</summary>
    public static Value Unknown(NotEvaluable reason) => new(ValueKind.NotEvaluable, reason, 0);

    private InvalidOperationException Wrong() => new($"A value of kind {Kind} was taken for another.");
}

/// <summary>Why an expression cannot be evaluated on an export.</summary>
/// <param name="Reason">Key of the reason's text under <c>reason/</c>: <c>not-exported</c>, <c>random</c>, <c>file-missing</c> …</param>
/// <param name="What">The question, function or file, as the form writes it.</param>
internal sealed record NotEvaluable(string Reason, string What);
