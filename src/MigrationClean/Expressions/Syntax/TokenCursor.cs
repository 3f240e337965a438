using System.Collections.Immutable;

namespace MigrationClean.Expressions.Syntax;

/// <summary>A place among the tokens of an expression, how deep it stands, and what is wrong where the expression cannot go on.</summary>
/// <param name="tokens">The tokens, closed by one of kind <see cref="TokenKind.End"/>.</param>
internal sealed class TokenCursor(ImmutableArray<Token> tokens)
{
    private int _at;
    private int _depth;

    /// <summary>The token that is next.</summary>
    public Token Current => tokens[_at];

    /// <summary>The one after it; only asked for where <see cref="Current"/> is not the end.</summary>
    public Token Next => tokens[_at + 1];

    /// <summary>Where the last token taken ends.</summary>
    public int LastEnd => _at == 0 ? 0 : tokens[_at - 1].End;

    /// <summary>Goes past a token.</summary>
    public Token Take() => tokens[_at++];

    /// <summary>Goes back by one token.</summary>
    public void Back() => _at--;

    /// <summary>Goes past a closing mark.</summary>
    /// <param name="mark">The mark.</param>
    /// <param name="opened">Where its opening one stands.</param>
    public void Expect(string mark, int opened)
    {
        if (Current.IsMark(mark))
        {
            Take();
            return;
        }

        if (Current.Kind == TokenKind.End) throw new SyntaxException("unclosed", opened, mark == ")" ? "(" : "[");
        throw Surplus();
    }

    /// <summary>Goes one level deeper.</summary>
    public void Enter()
    {
        if (++_depth > ExpressionLimits.Depth) throw new SyntaxException("limit", Current.Position);
    }

    /// <summary>Comes up again.</summary>
    public void Leave() => _depth--;

    /// <summary>Something must stand here and does not: what the author probably had in mind.</summary>
    public SyntaxException Missing()
    {
        if (Current.Kind == TokenKind.End) return new("ends", Current.Position);
        var before = _at > 0 && tokens[_at - 1].End == Current.Position ? tokens[_at - 1].Text + Current.Text : "";
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
    public SyntaxException Surplus()
    {
        if (Current.Kind is TokenKind.Mark && Current.Text is ")" or "]") return new("unopened", Current.Position, Current.Text);
        if (_at > 0 && tokens[_at - 1] is { Kind: TokenKind.Name, Text: "not" }) return new("not-call", tokens[_at - 1].Position);
        return new("operator", Current.Position, Current.Text);
    }
}
