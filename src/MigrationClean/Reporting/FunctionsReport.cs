using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Functions;

namespace MigrationClean.Reporting;

/// <summary>What expressions may call: all functions as a list, or one of them in full.</summary>
/// <remarks>The table of functions is read, no form: the same language and version give the same bytes.</remarks>
public static class FunctionsReport
{
    private const int SummaryColumn = 36;

    /// <summary>The names that expressions may write, other names of a function behind its own; in the order of the list.</summary>
    public static ImmutableArray<string> Names => AllFunctions.Names;

    /// <summary>Writes all functions: <c>text</c> has a line for each, signature and summary; <c>json</c> is one line.</summary>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="options">Language and version.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static void WriteAll(string format, ReportOptions options, TextWriter output)
    {
        if (!IsText(format))
        {
            FunctionsJson.Write(AllFunctions.List, options, output);
            return;
        }

        foreach (var function in AllFunctions.List)
            output.WriteLine($"{Signature.Of(function).PadRight(SummaryColumn - 2)}  {SummaryOf(function, options)}");
    }

    /// <summary>Writes one function: signature, summary, notes, which clients offer it, an example with its value.</summary>
    /// <param name="name">One of <see cref="Names"/>; case matters, as in an expression.</param>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="options">Language, version, colours.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="ArgumentException">There is no such function or format.</exception>
    public static void WriteOne(string name, string format, ReportOptions options, TextWriter output)
    {
        var function = AllFunctions.Find(name) ?? throw new ArgumentException($"No function `{name}`.", nameof(name));
        if (!IsText(format))
        {
            FunctionsJson.Write([function], options, output);
            return;
        }

        output.WriteLine(Signature.Of(function));
        output.WriteLine($"  {SummaryOf(function, options)}");
        if (NotesOf(function, options) is { } notes) WriteLine("notes", notes, options, output);
        WriteLine("clients", ClientsOf(function.OfferedBy, options), options, output);
        foreach (var alias in function.Aliases)
            WriteLine("alias", $"{alias} ({ClientsOf(function.AliasesOfferedBy, options)})", options, output);
        WriteLine("example", $"{function.Example.Expression} → {ShownValue(function.Example)}", options, output);
    }

    /// <summary>What a function does, in a few words.</summary>
    internal static string SummaryOf(XPathFunction function, ReportOptions options) => Messages.For(options.Language).Text(KeyOf(function), "summary");

    /// <summary>Where the clients differ; <see langword="null"/> if they do not.</summary>
    internal static string? NotesOf(XPathFunction function, ReportOptions options)
    {
        var texts = Messages.For(options.Language);
        return texts.Has(KeyOf(function), "notes") ? texts.Text(KeyOf(function), "notes") : null;
    }

    /// <summary>What a client makes of a function: that it does not have it, where it differs, or what it does.</summary>
    internal static string BehaviourOf(XPathFunction function, Clients client, ReportOptions options) => function.OfferedBy.HasFlag(client)
        ? NotesOf(function, options) ?? SummaryOf(function, options)
        : ClientsOf(function.OfferedBy, options);

    private static string KeyOf(XPathFunction function) => $"FUNC/{function.Name}";

    private static string ShownValue(FunctionExample example) => example.Value.Length == 0 ? "''" : example.Value;

    private static bool IsText(string format) => format switch
    {
        "text" => true,
        "json" => false,
        _ => throw new ArgumentException($"No report format `{format}`.", nameof(format)),
    };

    private static string ClientsOf(Clients clients, ReportOptions options) => Messages.For(options.Language).Text(
        clients switch
        {
            Clients.Collect => "report/clients-collect",
            Clients.WebForms => "report/clients-web-forms",
            _ => "report/clients-both",
        },
        "text");

    private static void WriteLine(string word, string text, ReportOptions options, TextWriter output)
    {
        var head = $"{Messages.For(options.Language).Text($"report/function-{word}", "text")}:";
        output.WriteLine($"  {options.Colour?.Paint(TextRole.Hint, head) ?? head} {text}");
    }
}
