using System.Collections.Immutable;

namespace MigrationClean.Expressions.Syntax;

/// <summary>Text → tree. Operators bind as in xpath §2; all of them group to the left.</summary>
internal sealed class Parser
{
    private static readonly string[][] Levels = [["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"]];

    private readonly ImmutableArray<Token> _tokens;
    private int _at;
    private int _depth;

    private Parser(ImmutableArray<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    private int LastEnd => _at == 0 ? 0 : _tokens[_at - 1].End;

    /// <summary>Parses a whole expression.</summary>
    /// <param name="text">The text, at most <see cref="ExpressionLimits.Length"/> long.</param>
    /// <param name="error">What is wrong and where, if it does not parse.</param>
    /// <returns>The tree, or <see langword="null"/>. O(length).</returns>
    public static Expression? Parse(string text, out ExpressionError? error)
    {
        error = null;
        try
        {
            if (text.Length > ExpressionLimits.Length) throw new SyntaxException("limit", ExpressionLimits.Length);
            var parser = new Parser(Lexer.Read(text));
            var expression = parser.Level(0);
            if (parser.Current.Kind != TokenKind.End) throw parser.Surplus();
            return expression;
        }
        catch (SyntaxException exception)
        {
            error = exception.Error;
            return null;
        }
    }

    private Expression Level(int level)
    {
        if (level == Levels.Length) return Sign();
        if (level == 0) Enter();
        var left = Level(level + 1);
        while (Current.Kind == TokenKind.Operator && Levels[level].Contains(Current.Text, StringComparer.Ordinal))
        {
            var text = Take().Text;
            var right = Level(level + 1);
            left = Binary(text, left, right);
        }

        if (level == 0) _depth--;
        return left;
    }

    private Expression Sign()
    {
        if (!Current.IsOperator("-")) return Union();
        var position = Take().Position;
        Enter();
        var operand = Sign();
        _depth--;
        return new Expression.Negation(operand) { Position = position, End = operand.End, Height = Above(operand) };
    }

    private Expression.Binary Binary(string text, Expression left, Expression right) =>
        new(text, left, right) { Position = left.Position, End = right.End, Height = Above(left, right) };

    private int Above(params IEnumerable<Expression> parts)
    {
        var height = parts.Select(p => p.Height).DefaultIfEmpty().Max() + 1;
        return height <= ExpressionLimits.Height ? height : throw new SyntaxException("limit", Current.Position);
    }

    private Expression Union()
    {
        var left = PathOrValue();
        while (Current.IsOperator("|"))
        {
            Take();
            left = Binary("|", left, PathOrValue());
        }

        return left;
    }

    private Expression PathOrValue()
    {
        var start = Current.Position;
        if (Current.IsMark("/") || Current.IsMark("//")) return Absolute(start);
        if (BeginsStep()) return Continue(null, start, [ReadStep()]);

        var primary = Primary();
        if (Current.IsMark("[")) primary = Filtered(primary, start);
        return Current.IsMark("/") || Current.IsMark("//") ? Continue(primary, start, []) : primary;
    }

    private Expression.Filtered Filtered(Expression primary, int start)
    {
        var predicates = Predicates();
        return new(primary, predicates) { Position = start, End = LastEnd, Height = Above([primary, .. predicates]) };
    }

    private Expression.Path Absolute(int start)
    {
        // A lone slash is the document; anything that can begin a step makes it a path.
        var lone = Take() is { Text: "/" } && !BeginsStep();
        if (lone) return new Expression.Path(null, true, []) { Position = start, End = LastEnd };
        _at--;
        return Continue(null, start, [], isAbsolute: true);
    }

    private Expression.Path Continue(Expression? primary, int start, ImmutableArray<PathStep> first, bool isAbsolute = false)
    {
        var steps = first.ToBuilder();
        while (Current.IsMark("/") || Current.IsMark("//"))
        {
            var slash = Take();
            if (slash.Text == "//") steps.Add(new(Axis.DescendantOrSelf, NodeTest.AnyNode, "", [], slash.Position));
            if (!BeginsStep()) throw Missing();
            steps.Add(ReadStep());
        }

        var predicates = steps.SelectMany(s => s.Predicates);
        return new(primary, isAbsolute, steps.ToImmutable())
        {
            Position = start,
            End = LastEnd,
            Height = Above(primary is null ? predicates : predicates.Prepend(primary)),
        };
    }

    private bool BeginsStep() => Current.Kind switch
    {
        TokenKind.Mark => Current.Text is "." or ".." or "@" or "*",
        TokenKind.Name => !_tokens[_at + 1].IsMark("(") || IsNodeTest(Current.Text),
        _ => false,
    };

    private static bool IsNodeTest(string name) => name is "node" or "text" or "comment";

    private PathStep ReadStep()
    {
        var position = Current.Position;
        if (Current.IsMark(".") || Current.IsMark(".."))
        {
            var isParent = Take().Text == "..";
            return new(isParent ? Axis.Parent : Axis.Self, NodeTest.AnyNode, "", Predicates(), position);
        }

        var axis = Axis.Child;
        if (Current.IsMark("@"))
        {
            Take();
            axis = Axis.Attribute;
        }
        else if (Current.Kind == TokenKind.Name && _tokens[_at + 1].IsMark("::"))
        {
            axis = AxisOf(Current);
            _at += 2;
        }

        var (test, name) = Test();
        return new(axis, test, name, Predicates(), position);
    }

    private (NodeTest Test, string Name) Test()
    {
        var token = Current;
        if (token.IsMark("*"))
        {
            Take();
            return (NodeTest.AnyName, "");
        }

        if (token.Kind != TokenKind.Name) throw Missing();
        Take();
        if (!Current.IsMark("(")) return (NodeTest.Name, token.Text);
        if (!IsNodeTest(token.Text)) throw Missing();
        Take();
        Expect(")", token.Position);
        return (token.Text switch { "text" => NodeTest.Text, "comment" => NodeTest.Comment, _ => NodeTest.AnyNode }, "");
    }

    private static Axis AxisOf(Token name) => name.Text switch
    {
        "child" => Axis.Child,
        "parent" => Axis.Parent,
        "self" => Axis.Self,
        "attribute" => Axis.Attribute,
        "descendant" => Axis.Descendant,
        "descendant-or-self" => Axis.DescendantOrSelf,
        "ancestor" => Axis.Ancestor,
        "ancestor-or-self" => Axis.AncestorOrSelf,
        "following-sibling" => Axis.FollowingSibling,
        "preceding-sibling" => Axis.PrecedingSibling,
        "following" => Axis.Following,
        "preceding" => Axis.Preceding,
        _ => throw new SyntaxException("axis", name.Position, name.Text),
    };

    private ImmutableArray<Expression> Predicates()
    {
        var predicates = ImmutableArray.CreateBuilder<Expression>();
        while (Current.IsMark("["))
        {
            var open = Take().Position;
            predicates.Add(Level(0));
            Expect("]", open);
        }

        return predicates.ToImmutable();
    }

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                return new Expression.Number(token.Number) { Position = token.Position, End = token.End };
            case TokenKind.Literal:
                Take();
                return new Expression.Literal(token.Text) { Position = token.Position, End = token.End };
            case TokenKind.Reference:
                Take();
                return ReferenceOf(token);
            case TokenKind.Variable:
                Take();
                return new Expression.Variable(token.Text) { Position = token.Position, End = token.End };
            case TokenKind.Name:
                return Call();
            case TokenKind.Mark when token.Text == "(":
                Take();
                var inner = Level(0);
                Expect(")", token.Position);
                return inner with { Position = token.Position, End = LastEnd };
            default:
                throw Missing();
        }
    }

    private static Expression.Reference ReferenceOf(Token token)
    {
        const string LastSaved = "last-saved#";
        var isLastSaved = token.Text.StartsWith(LastSaved, StringComparison.Ordinal);
        return new(isLastSaved ? token.Text[LastSaved.Length..] : token.Text, isLastSaved) { Position = token.Position, End = token.End };
    }

    private Expression.Call Call()
    {
        var name = Take();
        var open = Take().Position;
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (!Current.IsMark(")"))
        {
            arguments.Add(Level(0));
            while (Current.IsMark(","))
            {
                Take();
                arguments.Add(Level(0));
            }
        }

        Expect(")", open);
        return new(name.Text, arguments.ToImmutable()) { Position = name.Position, End = LastEnd, Height = Above(arguments) };
    }

    private void Expect(string mark, int opened)
    {
        if (Current.IsMark(mark))
        {
            Take();
            return;
        }

        if (Current.Kind == TokenKind.End) throw new SyntaxException("unclosed", opened, mark == ")" ? "(" : "[");
        throw Surplus();
    }

    private void Enter()
    {
        if (++_depth > ExpressionLimits.Depth) throw new SyntaxException("limit", Current.Position);
    }

    private Token Take() => _tokens[_at++];

    private SyntaxException Missing()
    {
        if (Current.Kind == TokenKind.End) return new("ends", Current.Position);
        var before = _at > 0 && _tokens[_at - 1].End == Current.Position ? _tokens[_at - 1].Text + Current.Text : "";
        return before switch
        {
            "==" => new("double-equals", Current.Position),
            "=>" => new("at-least", Current.Position),
            "=<" => new("at-most", Current.Position),
            "<>" => new("not-equal", Current.Position),
            "||" => new("double-bar", Current.Position),
            _ => new("operand", Current.Position, Current.Text),
        };
    }

    /// <summary>Something stands where the expression, or the bracket, should end.</summary>
    private SyntaxException Surplus()
    {
        if (Current.Kind is TokenKind.Mark && Current.Text is ")" or "]") return new("unopened", Current.Position, Current.Text);
        if (_at > 0 && _tokens[_at - 1] is { Kind: TokenKind.Name, Text: "not" }) return new("not-call", _tokens[_at - 1].Position);
        return new("operator", Current.Position, Current.Text);
    }
}
