using System.Globalization;

namespace MigrationClean.Samples.Logic;

/// <summary>Turns the expressions that the samples' forms use into functions; anything else is an error of the form file.</summary>
/// <remarks>A small part of XPath 1.0, enough to prove that the generated answers obey the forms, and independent of the program that reads
/// them.</remarks>
internal sealed class ExpressionParser(string text)
{
    private readonly List<string> tokens = Tokens.Split(text);
    private int at;

    public static Func<Scope, object> Parse(string text)
    {
        var parser = new ExpressionParser(text);
        var parsed = parser.Or();
        return parser.at == parser.tokens.Count ? parsed : throw parser.Unreadable();
    }

    private string Peek => at < tokens.Count ? tokens[at] : "";

    private Func<Scope, object> Or()
    {
        var left = And();
        while (Take("or"))
        {
            var (a, b) = (left, And());
            left = s => Values.Truth(a(s)) || Values.Truth(b(s));
        }

        return left;
    }

    private Func<Scope, object> And()
    {
        var left = Comparison();
        while (Take("and"))
        {
            var (a, b) = (left, Comparison());
            left = s => Values.Truth(a(s)) && Values.Truth(b(s));
        }

        return left;
    }

    private Func<Scope, object> Comparison()
    {
        var left = Sum();
        if (Peek is not ("=" or "!=" or "<" or "<=" or ">" or ">=")) return left;

        var sign = tokens[at++];
        var right = Sum();
        return sign switch
        {
            "=" => s => Values.Equal(left(s), right(s)),
            "!=" => s => !Values.Equal(left(s), right(s)),
            "<" => s => Values.Number(left(s)) < Values.Number(right(s)),
            "<=" => s => Values.Number(left(s)) <= Values.Number(right(s)),
            ">" => s => Values.Number(left(s)) > Values.Number(right(s)),
            _ => s => Values.Number(left(s)) >= Values.Number(right(s)),
        };
    }

    private Func<Scope, object> Sum()
    {
        var left = Product();
        while (Peek is "+" or "-")
        {
            var sign = tokens[at++] == "+" ? 1 : -1;
            var (a, b) = (left, Product());
            left = s => Values.Number(a(s)) + (sign * Values.Number(b(s)));
        }

        return left;
    }

    private Func<Scope, object> Product()
    {
        var left = Primary();
        while (Peek is "*" or "div")
        {
            var times = tokens[at++] == "*";
            var (a, b) = (left, Primary());
            left = times ? s => Values.Number(a(s)) * Values.Number(b(s)) : s => Values.Number(a(s)) / Values.Number(b(s));
        }

        return left;
    }

    private Func<Scope, object> Primary()
    {
        var token = Peek;
        at++;
        if (token == "(")
        {
            var inner = Or();
            return Take(")") ? inner : throw Unreadable();
        }

        if (token == ".") return s => s.Current;
        if (token[0] == '\'') return _ => token[1..^1];
        if (char.IsAsciiDigit(token[0]))
        {
            var number = double.Parse(token, CultureInfo.InvariantCulture);
            return _ => number;
        }

        if (token[0] == '$') return Reference(token[2..^1]);
        return Take("(") ? Function(token) : s => s.Columns!.GetValueOrDefault(token, "");
    }

    private Func<Scope, object> Reference(string name)
    {
        if (!Take("[")) return s => s.Reference(name);

        var predicate = Or();
        if (!Take("]")) throw Unreadable();
        return s => s.Interview.Instances(name)
            .Where(i => Values.Truth(predicate(s with { Columns = i })))
            .Select(_ => "")
            .ToArray();
    }

    private Func<Scope, object> Function(string name)
    {
        var arguments = new List<Func<Scope, object>>();
        if (!Take(")"))
        {
            do arguments.Add(Or());
            while (Take(","));
            if (!Take(")")) throw Unreadable();
        }

        return Functions.Bind(name, arguments);
    }

    private bool Take(string token)
    {
        if (Peek != token) return false;
        at++;
        return true;
    }

    private InvalidOperationException Unreadable() => new($"The generator cannot read the expression {text} at token {at + 1}.");
}
