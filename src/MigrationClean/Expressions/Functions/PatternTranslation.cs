using System.Globalization;
using System.Text;

namespace MigrationClean.Expressions.Functions;

/// <summary>Rewrites what Java's or JavaScript's patterns say otherwise than .NET's: classes, escapes, line breaks, possessive quantifiers.</summary>
/// <remarks>Sources: java.util.regex.Pattern; ECMAScript, RegExp without the <c>u</c> flag, Annex B.</remarks>
internal sealed class PatternTranslation
{
    private readonly string _pattern;
    private readonly bool _isJava;
    private readonly StringBuilder _to = new();
    private int _at;
    private int _atomStart;

    private PatternTranslation(string pattern, bool isJava)
    {
        _pattern = pattern;
        _isJava = isJava;
    }

    /// <summary>The same in .NET's words, or <see langword="null"/> if the dialect's engine would refuse it.</summary>
    public static string? ToDotNet(string pattern, Dialect dialect)
    {
        var translation = new PatternTranslation(pattern, dialect == Dialect.JavaRosa);
        return translation.Translate() ? translation._to.ToString() : null;
    }

    private bool Translate()
    {
        var groups = new Stack<int>();
        while (_at < _pattern.Length)
        {
            var c = _pattern[_at];
            if (c is not ('*' or '+' or '?' or '{' or ')')) _atomStart = _to.Length;
            switch (c)
            {
                case '\\':
                    if (!Escape(inClass: false)) return false;
                    break;
                case '[':
                    if (!Class()) return false;
                    break;
                case '(':
                    if (!Opening()) return false;
                    groups.Push(_atomStart);
                    break;
                case ')':
                    if (!groups.TryPop(out _atomStart)) return false;
                    Take();
                    break;
                case '.':
                    Take(_isJava && _pattern.Contains("(?s", StringComparison.Ordinal) ? "." : _isJava ? @"[^\n\r\u0085\u2028\u2029]" : @"[^\n\r\u2028\u2029]");
                    break;
                case '$':
                    Take(@"\z");
                    break;
                case '*' or '+' or '?' or '{':
                    if (!Quantifier()) return false;
                    break;
                default:
                    Take();
                    break;
            }
        }

        return groups.Count == 0;
    }

    private void Take() => Take(_pattern[_at].ToString());

    private void Take(string text)
    {
        _to.Append(text);
        _at++;
    }

    private char Ahead(int by) => _at + by < _pattern.Length ? _pattern[_at + by] : '\0';

    /// <summary>JavaScript knows <c>(?: (?= (?! (?&lt;= (?&lt;! (?&lt;name&gt;</c> alone: no flags, no atomic groups.</summary>
    private bool Opening()
    {
        if (Ahead(1) == '?')
        {
            var known = Ahead(2) is ':' or '=' or '!' or '<';
            if (!known && (!_isJava || Ahead(2) is '(' or '#' or '\'')) return false;
        }

        Take();
        if (_at < _pattern.Length && _pattern[_at] == '?') Take();
        return true;
    }

    private bool Quantifier()
    {
        var start = _at;
        if (_pattern[_at] == '{')
        {
            var end = CountEnd();
            if (end < 0)
            {
                // No count: Java refuses it, JavaScript takes the brace as itself.
                if (_isJava) return false;
                _atomStart = _to.Length;
                Take(@"\{");
                return true;
            }

            _at = end;
        }

        var length = _pattern[start] == '{' ? _at - start : 1;
        _at = start + length;
        _to.Append(_pattern, start, length);
        if (_at == _pattern.Length || _pattern[_at] is not ('+' or '?')) return true;
        if (_pattern[_at] == '?')
        {
            Take();
            return true;
        }

        // Possessive: an atomic group around atom and quantifier.
        if (!_isJava) return false;
        _to.Insert(_atomStart, "(?>").Append(')');
        _at++;
        return true;
    }

    /// <summary>Where <c>{2}</c>, <c>{2,}</c>, <c>{2,5}</c> ends, exclusive; −1 for another brace.</summary>
    private int CountEnd()
    {
        var at = _at + 1;
        while (at < _pattern.Length && char.IsAsciiDigit(_pattern[at])) at++;
        if (at == _at + 1) return -1;
        if (at < _pattern.Length && _pattern[at] == ',') at++;
        while (at < _pattern.Length && char.IsAsciiDigit(_pattern[at])) at++;
        return at < _pattern.Length && _pattern[at] == '}' ? at + 1 : -1;
    }

    private bool Class()
    {
        Take();
        if (Ahead(0) == '^') Take();

        // JavaScript: [] is nothing, [^] is anything. Java: a bracket that comes first is itself, as in .NET.
        if (Ahead(0) == ']' && !_isJava)
        {
            var isNegated = _pattern[_at - 1] == '^';
            _to.Length -= isNegated ? 2 : 1;
            Take(isNegated ? @"[\s\S]" : "(?!)");
            return true;
        }

        for (var isFirst = true; _at < _pattern.Length; isFirst = false)
        {
            var c = _pattern[_at];
            if (c == ']' && !isFirst)
            {
                Take();
                return true;
            }

            if (c == '\\')
            {
                if (!Escape(inClass: true)) return false;
            }
            else if (c == '&' && _isJava && Ahead(1) == '&' && Ahead(2) == '[' && Ahead(3) == '^') Subtract();
            else if (c == '[') Take(@"\[");
            else if (c == '-' && Ahead(1) == '[') Take(@"\-");
            else Take();
        }

        return false;
    }

    /// <summary><c>[a-z&amp;&amp;[^aeiou]]</c> is <c>[a-z-[aeiou]]</c>.</summary>
    private void Subtract()
    {
        var end = _pattern.IndexOf(']', _at + 4);
        if (end < 0) end = _pattern.Length;
        _to.Append("-[").Append(_pattern, _at + 4, end - _at - 4).Append(']');
        _at = Math.Min(end + 1, _pattern.Length);
    }

    private bool Escape(bool inClass)
    {
        if (_at + 1 == _pattern.Length) return false;
        var c = _pattern[_at + 1];
        var set = PatternSets.OfLetter(c, _isJava);
        if (set is not null) return Skip(2, inClass ? set : $"[{set}]");
        if (c is 'D' or 'W' or 'S') return Skip(2, PatternSets.Without(c, inClass, _isJava));
        if (char.IsAsciiDigit(c)) return Skip(2, c == '0' ? @"\x00" : $@"\{c}");
        if (_isJava && c is 'p' or 'P') return Property(c, inClass);
        if (_isJava && c == 'Q') return Quoted(inClass);
        if (c is 'x' or 'u' && Hexadecimal(c == 'x' ? 2 : 4) is { } code) return Skip(c == 'x' ? 4 : 6, code);
        if (c is 't' or 'n' or 'r' or 'f' or 'v') return Skip(2, c == 'v' ? @"\x0B" : $@"\{c}");
        if (c is 'b' or 'B' or 'k' || (_isJava && c is 'A' or 'Z' or 'z' or 'G' or 'a' or 'e' or 'E')) return Skip(2, c == 'E' ? "" : $@"\{c}");
        if (_isJava && char.IsAsciiLetter(c)) return c == 'R' && !inClass && Skip(2, @"(?:\r\n|[\n\x0B\f\r\u0085\u2028\u2029])");
        return Skip(2, Literally(c));
    }

    private bool Property(char c, bool inClass)
    {
        var close = Ahead(2) == '{' ? _pattern.IndexOf('}', _at) : _at + 2;
        if (close < 0 || close >= _pattern.Length) return false;
        var name = Ahead(2) == '{' ? _pattern[(_at + 3)..close] : _pattern[close].ToString();
        var set = PatternSets.OfProperty(name);
        if (set is not null) return c == 'p' && Skip(close + 1 - _at, inClass ? set : $"[{set}]");
        return Skip(close + 1 - _at, $@"\{c}{{{PatternSets.NameOf(name)}}}");
    }

    private bool Quoted(bool inClass)
    {
        var end = _pattern.IndexOf(@"\E", _at + 2, StringComparison.Ordinal);
        var text = end < 0 ? _pattern[(_at + 2)..] : _pattern[(_at + 2)..end];
        foreach (var c in text)
        {
            if (!inClass) _atomStart = _to.Length;
            _to.Append(Literally(c));
        }

        _at = end < 0 ? _pattern.Length : end + 2;
        return true;
    }

    private string? Hexadecimal(int digits)
    {
        if (_at + 2 + digits > _pattern.Length) return null;
        var text = _pattern.AsSpan(_at + 2, digits);
        return ushort.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? $@"\u{code:x4}" : null;
    }

    private bool Skip(int length, string text)
    {
        _to.Append(text);
        _at += length;
        return true;
    }

    private static string Literally(char c) => char.IsAsciiLetterOrDigit(c) || c > '\x7f' || c == '_' ? c.ToString() : $@"\u{(int)c:x4}";
}
