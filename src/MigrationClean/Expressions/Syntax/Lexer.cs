using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MigrationClean.Expressions.Syntax;

/// <summary>Cuts the text of an expression into tokens.</summary>
/// <remarks>Source: xpath §1. Names may use every letter; a script that Collect cannot read is the form's lint, not a syntax error.</remarks>
internal sealed class Lexer
{
    private static readonly string[] Operators = ["!=", "<=", ">=", "=", "<", ">", "+", "|"];
    private static readonly string[] Marks = ["//", "..", "::", "(", ")", "[", "]", ",", "/", ".", "@"];

    private readonly string _text;
    private readonly ImmutableArray<Token>.Builder _tokens = ImmutableArray.CreateBuilder<Token>();
    private int _at;

    private Lexer(string text) => _text = text;

    /// <summary>The tokens, closed by one of kind <see cref="TokenKind.End"/>. O(length).</summary>
    /// <exception cref="SyntaxException">A character or quote that no token can hold.</exception>
    public static ImmutableArray<Token> Read(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.Next())
        {
        }

        return lexer._tokens.ToImmutable();
    }

    private bool Next()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n' or '\f') _at++;
        if (_at == _text.Length)
        {
            _tokens.Add(new(TokenKind.End, "", _at, _at));
            return false;
        }

        var c = _text[_at];
        if (c is '\'' or '"') Literal(c);
        else if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))) Number();
        else if (c == '$') Dollar();
        else if (NameEnd(_at) is var end && end > _at) Name(end);
        else Symbol();
        return true;
    }

    private void Literal(char quote)
    {
        var end = _text.IndexOf(quote, _at + 1);
        if (end < 0) throw new SyntaxException("unclosed-quote", _at);
        Add(TokenKind.Literal, _text[(_at + 1)..end], end + 1);
    }

    private void Number()
    {
        var end = _at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end < _text.Length && _text[end] == '.') end++;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        var digits = _text.AsSpan(_at, end - _at);
        Add(TokenKind.Number, digits.ToString(), end, double.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture));
    }

    private void Dollar()
    {
        if (_at + 1 < _text.Length && _text[_at + 1] == '{')
        {
            var close = _text.IndexOf('}', _at);
            if (close < 0) throw new SyntaxException("unclosed-reference", _at);
            Add(TokenKind.Reference, _text[(_at + 2)..close], close + 1);
            return;
        }

        var end = NameEnd(_at + 1);
        if (end == _at + 1) throw Unexpected("$");
        Add(TokenKind.Variable, _text[(_at + 1)..end], end);
    }

    private void Name(int end)
    {
        var name = _text[_at..end];
        var isOperator = name is "and" or "or" or "div" or "mod" && AfterValue;
        Add(isOperator ? TokenKind.Operator : TokenKind.Name, name, end);
    }

    private void Symbol()
    {
        var rest = _text.AsSpan(_at);
        if (rest[0] == '-')
        {
            Add(TokenKind.Operator, "-", _at + 1);
            return;
        }

        if (rest[0] == '*')
        {
            Add(AfterValue ? TokenKind.Operator : TokenKind.Mark, "*", _at + 1);
            return;
        }

        foreach (var mark in Marks)
            if (rest.StartsWith(mark, StringComparison.Ordinal))
            {
                Add(TokenKind.Mark, mark, _at + mark.Length);
                return;
            }

        foreach (var text in Operators)
            if (rest.StartsWith(text, StringComparison.Ordinal))
            {
                Add(TokenKind.Operator, text, _at + text.Length);
                return;
            }

        Rune.DecodeFromUtf16(rest, out var rune, out _);
        throw Unexpected(rune.ToString());
    }

    /// <summary>The end of the name that begins at a place, or the place itself. At most one prefix with a colon, as in <c>jr:choice-name</c>.</summary>
    private int NameEnd(int start)
    {
        var end = PartEnd(start);
        if (end == start || end + 1 >= _text.Length || _text[end] != ':' || _text[end + 1] == ':') return end;
        var second = PartEnd(end + 1);
        return second > end + 1 ? second : end;
    }

    private int PartEnd(int start)
    {
        var at = start;
        while (at < _text.Length && Rune.DecodeFromUtf16(_text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
        {
            var first = rune.Value == '_' || Rune.IsLetter(rune);
            if (!first && (at == start || !IsInName(rune))) break;
            at += length;
        }

        return at;
    }

    private static bool IsInName(Rune rune) => rune.Value is '-' or '.' || Rune.IsDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private bool AfterValue => _tokens.Count > 0 && _tokens[^1].EndsValue;

    private void Add(TokenKind kind, string text, int end, double number = 0)
    {
        _tokens.Add(new(kind, text, _at, end, number));
        _at = end;
    }

    private SyntaxException Unexpected(string character) => character switch
    {
        "{" => new("brace", _at),
        ";" => new("semicolon", _at),
        "&" => new("ampersand", _at),
        "%" => new("percent", _at),
        "!" => new("exclamation", _at),
        _ => new("character", _at, character),
    };
}
