using System.Globalization;
using System.Text;

namespace MigrationClean.Checks.Rules;

/// <summary>What is not translated, and where.</summary>
internal sealed class RSyntaxException(int position, string token) : Exception(token)
{
    /// <summary>0-based place in the text.</summary>
    public int Position { get; } = position;

    /// <summary>The text there.</summary>
    public string Token { get; } = token;
}

/// <summary>The tokens of a condition written in R, one ahead.</summary>
internal sealed class RTokens
{
    private static readonly string[] Operators = ["%in%", "%%", "==", "!=", "<=", ">=", "&&", "||", "<-", "->", "<", ">", "&", "|", "!", "+", "-", "*", "/", "^", "(", ")", ","];

    private readonly string _text;
    private int _start;
    private int _end;

    /// <summary>The first token.</summary>
    public RTokens(string text)
    {
        _text = text.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'');
        Next();
    }

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => _start >= _text.Length;

    /// <summary>Whether the word here is called as a function.</summary>
    public bool IsCall => _text.AsSpan(_end).TrimStart() is ['(', ..];

    private ReadOnlySpan<char> Token => _text.AsSpan(_start, _end - _start);

    /// <summary>Takes a token if it is here.</summary>
    public bool Take(string token)
    {
        if (IsAtEnd || !Token.SequenceEqual(token)) return false;
        Next();
        return true;
    }

    /// <summary>Takes a token that has to be here.</summary>
    public void Want(string token)
    {
        if (!Take(token)) throw Refused();
    }

    /// <summary>The name here, or <see langword="null"/>.</summary>
    /// <param name="quoted">Whether one between backticks counts.</param>
    public string? Word(bool quoted)
    {
        if (IsAtEnd) return null;
        if (Token is ['`', .. var inner, '`']) return quoted && inner.Length > 0 ? inner.ToString() : null;
        return char.IsLetter(Token[0]) || Token[0] is '_' or '.' ? Token.ToString() : null;
    }

    /// <summary>Takes the name here.</summary>
    public string TakeWord()
    {
        var word = Word(quoted: true)!;
        Next();
        return word;
    }

    /// <summary>Takes a number or a text, as XPath writes it; <see langword="null"/> if none is here.</summary>
    public string? Literal()
    {
        if (IsAtEnd) return null;
        if (char.IsAsciiDigit(Token[0]) || (Token[0] == '.' && Token.Length > 1 && char.IsAsciiDigit(Token[1])))
        {
            if (!double.TryParse(Token.TrimEnd('L'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) throw Refused();
            Next();
            return number.ToString("0.###############", CultureInfo.InvariantCulture);
        }

        if (Token[0] is not ('"' or '\'')) return null;
        var text = Unescaped(Token[1..^1]);
        var quote = text.Contains('\'', StringComparison.Ordinal) ? '"' : '\'';
        if (text.Contains(quote, StringComparison.Ordinal)) throw Refused();
        Next();
        return $"{quote}{text}{quote}";
    }

    /// <summary>The token here is not translated.</summary>
    public RSyntaxException Refused() => new(_start, IsAtEnd ? "" : Token.ToString());

    private string Unescaped(ReadOnlySpan<char> quoted)
    {
        var text = new StringBuilder();
        for (var i = 0; i < quoted.Length; i++)
        {
            if (quoted[i] != '\\') text.Append(quoted[i]);
            else if (++i < quoted.Length && quoted[i] is '\\' or '\'' or '"') text.Append(quoted[i]);
            else throw Refused();
        }

        return text.ToString();
    }

    private void Next()
    {
        _start = _end;
        while (_start < _text.Length && char.IsWhiteSpace(_text[_start])) _start++;
        _end = _start;
        if (IsAtEnd) return;
        var first = _text[_start];
        if (first is '"' or '\'' or '`') _end = EndOfQuoted(first);
        else if (char.IsAsciiDigit(first)) _end = EndOf(c => char.IsAsciiLetterOrDigit(c) || c == '.');
        else if (char.IsLetter(first) || first is '_' or '.') _end = EndOf(c => char.IsLetterOrDigit(c) || c is '_' or '.');
        else _end = _start + (Operators.FirstOrDefault(o => _text.AsSpan(_start).StartsWith(o))?.Length ?? 1);
    }

    private int EndOf(Func<char, bool> belongs)
    {
        var end = _start;
        while (end < _text.Length && belongs(_text[end])) end++;
        return end;
    }

    private int EndOfQuoted(char quote)
    {
        for (var end = _start + 1; end < _text.Length; end++)
        {
            if (_text[end] == '\\') end++;
            else if (_text[end] == quote) return end + 1;
        }

        _end = _text.Length;
        throw Refused();
    }
}
