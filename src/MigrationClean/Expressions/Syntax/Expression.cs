using System.Collections.Immutable;

namespace MigrationClean.Expressions.Syntax;

/// <summary>An expression as a tree, as it is written: nothing is bound to a form yet.</summary>
/// <remarks>Every part knows its place in the text, 0-based in UTF-16 code units. Source: xpath §1 and §2.</remarks>
internal abstract record Expression
{
    private Expression()
    {
    }

    /// <summary>Where it begins.</summary>
    public required int Position { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>Number of levels, itself included; at most <see cref="ExpressionLimits.Height"/>.</summary>
    public int Height { get; init; } = 1;

    /// <summary>A number as written in the expression: never negative.</summary>
    public sealed record Number(double Value) : Expression;

    /// <summary>A text between quotes.</summary>
    public sealed record Literal(string Text) : Expression;

    /// <summary>A sign before an operand.</summary>
    public sealed record Negation(Expression Operand) : Expression;

    /// <summary>Two operands. <paramref name="Operator"/> is as written: <c>or and = != &lt; &lt;= &gt; &gt;= + - * div mod |</c>.</summary>
    public sealed record Binary(string Operator, Expression Left, Expression Right) : Expression;

    /// <summary>A function call.</summary>
    public sealed record Call(string Name, ImmutableArray<Expression> Arguments) : Expression;

    /// <summary>
    /// A path. <paramref name="Start"/> is where it starts: <see langword="null"/> for the context node, else a call (<c>current()</c>,
    /// <c>instance('…')</c>), a bracket, or a reference; <paramref name="IsAbsolute"/> says that it starts at the document's root.
    /// </summary>
    public sealed record Path(Expression? Start, bool IsAbsolute, ImmutableArray<PathStep> Steps) : Expression;

    /// <summary>An expression with predicates of its own: <c>(…)[1]</c>.</summary>
    public sealed record Filtered(Expression Primary, ImmutableArray<Expression> Predicates) : Expression;

    /// <summary><c>${name}</c>, before it is a path; <paramref name="IsLastSaved"/> for <c>${last-saved#name}</c>.</summary>
    public sealed record Reference(string Name, bool IsLastSaved) : Expression
    {
        private const string LastSaved = "last-saved#";

        /// <summary>What stands between <c>${</c> and <c>}</c> as a reference.</summary>
        public static Reference Of(Token token)
        {
            var isLastSaved = token.Text.StartsWith(LastSaved, StringComparison.Ordinal);
            return new(isLastSaved ? token.Text[LastSaved.Length..] : token.Text, isLastSaved) { Position = token.Position, End = token.End };
        }
    }

    /// <summary><c>$name</c>, which neither engine knows.</summary>
    public sealed record Variable(string Name) : Expression;

    /// <summary>The parts directly below, in the order of the text.</summary>
    public IEnumerable<Expression> Parts => this switch
    {
        Negation negation => [negation.Operand],
        Binary binary => [binary.Left, binary.Right],
        Call call => call.Arguments,
        Path path => (path.Start is null ? [] : new[] { path.Start }).Concat(path.Steps.SelectMany(s => s.Predicates)),
        Filtered filtered => filtered.Predicates.Prepend(filtered.Primary),
        _ => [],
    };

    /// <summary>This and everything below, parents before their parts.</summary>
    public IEnumerable<Expression> All
    {
        get
        {
            var waiting = new Stack<Expression>([this]);
            while (waiting.TryPop(out var next))
            {
                yield return next;
                foreach (var part in next.Parts.Reverse()) waiting.Push(part);
            }
        }
    }
}

/// <summary>The direction of a step.</summary>
internal enum Axis
{
#pragma warning disable CS1591 // The names are XPath's own.
    Child,
    Parent,
    Self,
    Attribute,
    Descendant,
    DescendantOrSelf,
    Ancestor,
    AncestorOrSelf,
    FollowingSibling,
    PrecedingSibling,
    Following,
    Preceding,
#pragma warning restore CS1591
}

/// <summary>What a step looks for.</summary>
internal enum NodeTest
{
    /// <summary>Nodes of one name.</summary>
    Name,

    /// <summary><c>*</c>: elements (attributes on that axis) of any name.</summary>
    AnyName,

    /// <summary><c>node()</c>: anything.</summary>
    AnyNode,

    /// <summary><c>text()</c>.</summary>
    Text,

    /// <summary><c>comment()</c>.</summary>
    Comment,
}

/// <summary>One step of a path.</summary>
/// <param name="Axis">Its direction.</param>
/// <param name="Test">What it looks for.</param>
/// <param name="Name">The name, "" where <paramref name="Test"/> needs none.</param>
/// <param name="Predicates">Its predicates in order.</param>
/// <param name="Position">Where it begins.</param>
internal sealed record PathStep(Axis Axis, NodeTest Test, string Name, ImmutableArray<Expression> Predicates, int Position)
{
    /// <summary>The parent: <c>..</c>.</summary>
    public static PathStep Up(int position) => new(Axis.Parent, NodeTest.AnyNode, "", [], position);

    /// <summary>Children of a name.</summary>
    public static PathStep Down(string name, int position) => new(Axis.Child, NodeTest.Name, name, [], position);
}
