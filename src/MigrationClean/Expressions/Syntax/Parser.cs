using System.Collections.Immutable;

namespace MigrationClean.Expressions.Syntax;

/// <summary>Text → tree. Operators bind as in xpath §2; all of them group to the left.</summary>
internal sealed class Parser
{
    private static readonly string[][] Levels = [["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"]];

    private readonly TokenCursor _tokens;

    private Parser(TokenCursor tokens) => _tokens = tokens;

    private Token Current => _tokens.Current;

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
            var parser = new Parser(new(Lexer.Read(text)));
            var expression = parser.Level(0);
            if (parser.Current.Kind != TokenKind.End) throw parser._tokens.Surplus();
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
        if (level == 0) _tokens.Enter();
        var left = Level(level + 1);
        while (Current.Kind == TokenKind.Operator && Levels[level].Contains(Current.Text, StringComparer.Ordinal))
        {
            var text = _tokens.Take().Text;
            var right = Level(level + 1);
            left = Binary(text, left, right);
        }

        if (level == 0) _tokens.Leave();
        return left;
    }

    private Expression Sign()
    {
        if (!Current.IsOperator("-")) return Union();
        var position = _tokens.Take().Position;
        _tokens.Enter();
        var operand = Sign();
        _tokens.Leave();
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
            _tokens.Take();
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
        return new(primary, predicates) { Position = start, End = _tokens.LastEnd, Height = Above([primary, .. predicates]) };
    }

    private Expression.Path Absolute(int start)
    {
        // A lone slash is the document; anything that can begin a step makes it a path.
        var lone = _tokens.Take() is { Text: "/" } && !BeginsStep();
        if (lone) return new Expression.Path(null, true, []) { Position = start, End = _tokens.LastEnd };
        _tokens.Back();
        return Continue(null, start, [], isAbsolute: true);
    }

    private Expression.Path Continue(Expression? primary, int start, ImmutableArray<PathStep> first, bool isAbsolute = false)
    {
        var steps = first.ToBuilder();
        while (Current.IsMark("/") || Current.IsMark("//"))
        {
            var slash = _tokens.Take();
            if (slash.Text == "//") steps.Add(new(Axis.DescendantOrSelf, NodeTest.AnyNode, "", [], slash.Position));
            if (!BeginsStep()) throw _tokens.Missing();
            steps.Add(ReadStep());
        }

        var predicates = steps.SelectMany(s => s.Predicates);
        return new(primary, isAbsolute, steps.ToImmutable())
        {
            Position = start,
            End = _tokens.LastEnd,
            Height = Above(primary is null ? predicates : predicates.Prepend(primary)),
        };
    }

    private bool BeginsStep() => Current.Kind switch
    {
        TokenKind.Mark => Current.Text is "." or ".." or "@" or "*",
        TokenKind.Name => !_tokens.Next.IsMark("(") || IsNodeTest(Current.Text),
        _ => false,
    };

    private static bool IsNodeTest(string name) => name is "node" or "text" or "comment";

    private PathStep ReadStep()
    {
        var position = Current.Position;
        if (Current.IsMark(".") || Current.IsMark(".."))
        {
            var isParent = _tokens.Take().Text == "..";
            return new(isParent ? Axis.Parent : Axis.Self, NodeTest.AnyNode, "", Predicates(), position);
        }

        var axis = Axis.Child;
        if (Current.IsMark("@"))
        {
            _tokens.Take();
            axis = Axis.Attribute;
        }
        else if (Current.Kind == TokenKind.Name && _tokens.Next.IsMark("::"))
        {
            axis = AxisNames.Of(Current);
            _tokens.Take();
            _tokens.Take();
        }

        var (test, name) = Test();
        return new(axis, test, name, Predicates(), position);
    }

    private (NodeTest Test, string Name) Test()
    {
        var token = Current;
        if (token.IsMark("*"))
        {
            _tokens.Take();
            return (NodeTest.AnyName, "");
        }

        if (token.Kind != TokenKind.Name) throw _tokens.Missing();
        _tokens.Take();
        if (!Current.IsMark("(")) return (NodeTest.Name, token.Text);
        if (!IsNodeTest(token.Text)) throw _tokens.Missing();
        _tokens.Take();
        _tokens.Expect(")", token.Position);
        return (token.Text switch { "text" => NodeTest.Text, "comment" => NodeTest.Comment, _ => NodeTest.AnyNode }, "");
    }

    private ImmutableArray<Expression> Predicates()
    {
        var predicates = ImmutableArray.CreateBuilder<Expression>();
        while (Current.IsMark("["))
        {
            var open = _tokens.Take().Position;
            predicates.Add(Level(0));
            _tokens.Expect("]", open);
        }

        return predicates.ToImmutable();
    }

    private Expression Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                _tokens.Take();
                return new Expression.Number(token.Number) { Position = token.Position, End = token.End };
            case TokenKind.Literal:
                _tokens.Take();
                return new Expression.Literal(token.Text) { Position = token.Position, End = token.End };
            case TokenKind.Reference:
                _tokens.Take();
                return Expression.Reference.Of(token);
            case TokenKind.Variable:
                _tokens.Take();
                return new Expression.Variable(token.Text) { Position = token.Position, End = token.End };
            case TokenKind.Name:
                return Call();
            case TokenKind.Mark when token.Text == "(":
                _tokens.Take();
                var inner = Level(0);
                _tokens.Expect(")", token.Position);
                return inner with { Position = token.Position, End = _tokens.LastEnd };
            default:
                throw _tokens.Missing();
        }
    }

    private Expression.Call Call()
    {
        var name = _tokens.Take();
        var open = _tokens.Take().Position;
        var arguments = ImmutableArray.CreateBuilder<Expression>();
        if (!Current.IsMark(")"))
        {
            arguments.Add(Level(0));
            while (Current.IsMark(","))
            {
                _tokens.Take();
                arguments.Add(Level(0));
            }
        }

        _tokens.Expect(")", open);
        return new(name.Text, arguments.ToImmutable()) { Position = name.Position, End = _tokens.LastEnd, Height = Above(arguments) };
    }
}
