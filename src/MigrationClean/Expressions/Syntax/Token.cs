namespace MigrationClean.Expressions.Syntax;

/// <summary>The kind of a token.</summary>
internal enum TokenKind
{
    /// <summary>After the last one.</summary>
    End,

    /// <summary>A number; <see cref="Token.Number"/> has it.</summary>
    Number,

    /// <summary>A text between quotes; <see cref="Token.Text"/> is what stands between them.</summary>
    Literal,

    /// <summary>A name of a step or function.</summary>
    Name,

    /// <summary>An operator, also one that is a word.</summary>
    Operator,

    /// <summary>Brackets, comma, slashes, dots, <c>@</c>, <c>::</c>, <c>*</c> as a wildcard.</summary>
    Mark,

    /// <summary><c>${…}</c>; <see cref="Token.Text"/> is what stands between the braces.</summary>
    Reference,

    /// <summary><c>$name</c>.</summary>
    Variable,
}

/// <summary>A token.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">Its text.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Number">Of a number: its value.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, int End, double Number = 0)
{
    /// <summary>Whether it is this operator.</summary>
    public bool IsOperator(string text) => Kind == TokenKind.Operator && Text == text;

    /// <summary>Whether it is this mark.</summary>
    public bool IsMark(string text) => Kind == TokenKind.Mark && Text == text;

    /// <summary>Whether a value ends with it, so that <c>-</c>, <c>*</c>, <c>and</c>, <c>or</c>, <c>div</c>, <c>mod</c> after it are operators.</summary>
    public bool EndsValue => Kind is TokenKind.Number or TokenKind.Literal or TokenKind.Name or TokenKind.Reference or TokenKind.Variable
        || (Kind == TokenKind.Mark && Text is ")" or "]" or "." or ".." or "*");
}
