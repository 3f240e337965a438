namespace MigrationClean.Checks.Rules;

/// <summary>
/// Translates a condition written in R into XPath: comparisons, <c>&amp;</c>, <c>|</c>, <c>!</c>, <c>is.na()</c>, <c>%in% c()</c>, arithmetic,
/// texts and numbers, <c>TRUE</c> and <c>FALSE</c>. Anything else is refused with its place. Nothing is ever run.
/// </summary>
/// <remarks>
/// NA is what a blank operand is here: it makes a comparison unknown, as R's NA does; <c>is.na()</c> and <c>%in%</c> are decided, as in R.
/// Precedence is R's (R Language Definition, 10.4.2): <c>^</c>, sign, <c>%%</c> and <c>%in%</c>, <c>* /</c>, <c>+ -</c>, comparison,
/// <c>!</c>, <c>&amp;</c>, <c>|</c>.
/// </remarks>
internal sealed class RTranslation
{
    private const int Deepest = 100;

    private readonly RTokens _tokens;
    private int _depth;

    private RTranslation(string text) => _tokens = new(text);

    /// <summary>The XPath; <see langword="null"/> with the 0-based place and the text that is not translated.</summary>
    public static string? ToXPath(string text, out (int Position, string Text)? refusal)
    {
        refusal = null;
        try
        {
            var translation = new RTranslation(text);
            var xpath = translation.Or();
            return translation._tokens.IsAtEnd ? xpath : throw translation._tokens.Refused();
        }
        catch (RSyntaxException e)
        {
            refusal = (e.Position, e.Token);
            return null;
        }
    }

    private string Or()
    {
        if (++_depth > Deepest) throw _tokens.Refused();
        var left = And();
        while (_tokens.Take("||") || _tokens.Take("|")) left = $"({left} or {And()})";
        _depth--;
        return left;
    }

    private string And()
    {
        var left = Not();
        while (_tokens.Take("&&") || _tokens.Take("&")) left = $"({left} and {Not()})";
        return left;
    }

    private string Not()
    {
        var nots = 0;
        while (_tokens.Take("!")) nots++;
        var inner = Compared();
        for (; nots > 0; nots--) inner = $"not({inner})";
        return inner;
    }

    private string Compared()
    {
        var left = Sum();
        foreach (var (r, xpath) in (ReadOnlySpan<(string, string)>)[("==", "="), ("!=", "!="), ("<=", "<="), (">=", ">="), ("<", "<"), (">", ">")])
            if (_tokens.Take(r)) return $"({left} {xpath} {Sum()})";
        return left;
    }

    private string Sum()
    {
        var left = Product();
        while (true)
        {
            if (_tokens.Take("+")) left = $"({left} + {Product()})";
            else if (_tokens.Take("-")) left = $"({left} - {Product()})";
            else return left;
        }
    }

    private string Product()
    {
        var left = Special();
        while (true)
        {
            if (_tokens.Take("*")) left = $"({left} * {Special()})";
            else if (_tokens.Take("/")) left = $"({left} div {Special()})";
            else return left;
        }
    }

    private string Special()
    {
        var left = Signed();
        while (true)
        {
            if (_tokens.Take("%in%")) left = In(left);
            else if (_tokens.Take("%%")) left = $"({left} mod {Signed()})";
            else return left;
        }
    }

    private string In(string left)
    {
        _tokens.Want("c");
        _tokens.Want("(");
        var values = new List<string>();
        do
        {
            values.Add(_tokens.Literal() ?? throw _tokens.Refused());
        }
        while (_tokens.Take(","));
        _tokens.Want(")");
        return $"({left} != '' and ({string.Join(" or ", values.Select(v => $"{left} = {v}"))}))";
    }

    private string Signed()
    {
        if (++_depth > Deepest) throw _tokens.Refused();
        var value = _tokens.Take("-") ? $"(-{Signed()})" : _tokens.Take("+") ? Signed() : Power();
        _depth--;
        return value;
    }

    private string Power()
    {
        var left = Atom();
        return _tokens.Take("^") ? $"pow({left}, {Signed()})" : left;
    }

    private string Atom()
    {
        if (_tokens.Take("("))
        {
            var inner = Or();
            _tokens.Want(")");
            return $"({inner})";
        }

        if (_tokens.Literal() is { } literal) return literal;
        if (_tokens.Word(quoted: false) is "TRUE" or "FALSE" or "T" or "F") return _tokens.TakeWord()[0] == 'T' ? "true()" : "false()";
        if (_tokens.Word(quoted: false) == "is.na")
        {
            _tokens.TakeWord();
            _tokens.Want("(");
            var inner = Or();
            _tokens.Want(")");
            return $"({inner} = '')";
        }

        if (_tokens.Word(quoted: true) is null || _tokens.Word(quoted: false) is "NA" or "NULL" or "if" or "function" || _tokens.IsCall) throw _tokens.Refused();
        return $"${{{_tokens.TakeWord()}}}";
    }
}
