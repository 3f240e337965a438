using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>What an argument is cast to before a function sees it.</summary>
internal enum ParameterType
{
    /// <summary>Nothing is cast: a node stays a node.</summary>
    Any,

    /// <summary>A single value, as the dialect reads a node; dates, numbers and truths stay what they are.</summary>
    Single,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A truth.</summary>
    Boolean,

    /// <summary>A date; the empty text stays.</summary>
    Date,

    /// <summary>A node-set: anything else is an error.</summary>
    Nodes,

    /// <summary>The function evaluates it itself, if at all.</summary>
    Unevaluated,
}

/// <summary>A parameter.</summary>
/// <param name="Name">Its name in the signature.</param>
/// <param name="Type">What its argument is cast to.</param>
/// <param name="IsOptional">Whether it, and those after it, may be left out.</param>
/// <param name="Repeats">Whether it, with the <paramref name="Repeats"/> − 1 before it, may be given again and again; 0 = once.</param>
internal sealed record Parameter(string Name, ParameterType Type, bool IsOptional = false, int Repeats = 0);

/// <summary>Which clients offer something.</summary>
[Flags]
internal enum Clients
{
    /// <summary>KoBoCollect on a phone.</summary>
    Collect = 1,

    /// <summary>Web forms in a browser.</summary>
    WebForms = 2,

    /// <summary>Both.</summary>
    Both = Collect | WebForms,
}

/// <summary>An example that is run as a test.</summary>
/// <param name="Expression">An expression; what it walks is a list <c>sex</c> and a form with a select <c>sex</c> and a repeat <c>child</c>.</param>
/// <param name="Value">What it gives, as text, in the dialect that offers the function (JavaRosa where both do); the code of an error.</param>
internal sealed record FunctionExample(string Expression, string Value);

/// <summary>A function of the expression language: one file, one line in <see cref="AllFunctions"/>, its texts, its cases.</summary>
/// <remarks>Its summary and its notes on dialects are in the message files under <c>FUNC/name</c>. Source: xpath §7.</remarks>
internal abstract class XPathFunction
{
    /// <summary>The name as expressions write it.</summary>
    public abstract string Name { get; }

    /// <summary>The parameters in order.</summary>
    public abstract ImmutableArray<Parameter> Parameters { get; }

    /// <summary>Which clients know it. It is evaluated in both dialects all the same; the form's lint says so.</summary>
    public virtual Clients OfferedBy => Clients.Both;

    /// <summary>Other names of the same function.</summary>
    public virtual ImmutableArray<string> Aliases => [];

    /// <summary>Which clients know other names of it.</summary>
    public virtual Clients AliasesOfferedBy => OfferedBy;

    /// <summary>Which clients know it under a name of its.</summary>
    public Clients OfferedAs(string name) => name == Name ? OfferedBy : AliasesOfferedBy;

    /// <summary>Whether its value depends on when it is evaluated: <c>now()</c>, <c>today()</c>.</summary>
    public virtual bool UsesClock => false;

    /// <summary>Whether an export can't give its value again: <c>random()</c>, <c>uuid()</c>.</summary>
    public virtual bool IsNotRepeatable => false;

    /// <summary>An example.</summary>
    public abstract FunctionExample Example { get; }

    /// <summary>Least number of arguments in a dialect.</summary>
    public virtual int LeastArguments(Dialect dialect) => Parameters.Count(p => !p.IsOptional);

    /// <summary>Greatest number of arguments; <see cref="int.MaxValue"/> without a limit.</summary>
    public int MostArguments => Parameters.Any(p => p.Repeats > 0) ? int.MaxValue : Parameters.Length;

    /// <summary>The parameter that an argument goes to.</summary>
    public Parameter ParameterOf(int argument)
    {
        if (argument < Parameters.Length) return Parameters[argument];
        var repeats = Parameters[^1].Repeats;
        return Parameters[Parameters.Length - repeats + ((argument - Parameters.Length) % repeats)];
    }

    /// <summary>The value of a call. Arguments are cast and none of them is a failure, unless <see cref="ParameterType.Unevaluated"/>.</summary>
    public abstract Value Call(in FunctionCall call);
}
