using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Arguments;

/// <summary>What is wrong with a line, in our words: the parser's own are partly Russian and never Kyrgyz.</summary>
internal static class UsageErrors
{
    /// <summary>The first mistake that explains the line, or <see langword="null"/> for a line that can be run.</summary>
    public static InputException? Find(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var name = NameOf(result);
        if (UsedLater(result) is { } later) return UsageMistake.Of("later-option", ("option", later.Name), ("command", name));
        if (MistypedOption(result) is { } typed) return UsageMistake.Unknown("unknown-option", typed, NamesOf(result), ("command", name));

        foreach (var error in result.Errors)
        {
            if (error.SymbolResult is OptionResult { Tokens.Count: 0 } option)
                return UsageMistake.Of("missing-value", ("option", option.Option.Name), ("command", name));
        }

        if (result.UnmatchedTokens is [var word, ..])
        {
            return command.Subcommands.Count > 0
                ? UsageMistake.Unknown("unknown-verb", word, command.Subcommands.Select(c => c.Name), ("verbs", ListOf(command)))
                : UsageMistake.Of("too-many", ("typed", word), ("command", name));
        }

        if (result.Errors.Count == 0) return null;
        if (command.Subcommands.Count > 0) return UsageMistake.Of("no-verb", ("verbs", ListOf(command)));
        return command.Arguments is [var argument, ..]
            ? UsageMistake.Of("missing-argument", ("command", name), ("argument", argument.HelpName ?? argument.Name))
            : UsageMistake.Of("wrong-line", ("command", name));
    }

    /// <summary>
    /// A validator for positional arguments: they swallow mistyped options otherwise. <see cref="Find"/> says which it was.
    /// </summary>
    public static void RefuseOptions(ArgumentResult argument)
    {
        if (argument.Tokens.Any(token => LooksLikeOption(token.Value))) argument.AddError("An option was mistyped.");
    }

    /// <summary>The same for an expression, which may well begin with a sign.</summary>
    public static void RefuseLongOptions(ArgumentResult argument)
    {
        if (argument.Tokens.Any(token => LooksLikeLongOption(token.Value))) argument.AddError("An option was mistyped.");
    }

    /// <summary>The verb and what stands before it: <c>config show</c>; empty for the program itself.</summary>
    public static string VerbOf(ParseResult result)
    {
        var words = ImmutableStack<string>.Empty;
        for (SymbolResult? at = result.CommandResult; at is CommandResult { Command: not RootCommand } named; at = at.Parent)
            words = words.Push(named.Command.Name);
        return string.Join(' ', words);
    }

    private static string NameOf(ParseResult result) => $"{ProgramVersion.Name} {VerbOf(result)}".TrimEnd();

    private static LaterOption? UsedLater(ParseResult result) =>
        result.CommandResult.Command.Options.OfType<LaterOption>().FirstOrDefault(option => result.GetResult(option) is { Implicit: false });

    private static string? MistypedOption(ParseResult result) => result.CommandResult.Children.OfType<ArgumentResult>()
        .SelectMany(argument => argument.Tokens.Select(token => token.Value)
            .Where(argument.Argument.Name == "expression" ? LooksLikeLongOption : LooksLikeOption))
        .Concat(result.UnmatchedTokens.Where(LooksLikeOption))
        .Select(typed => typed.Split('=', 2)[0])
        .FirstOrDefault();

    private static bool LooksLikeOption(string text) => text.Length > 1 && text[0] == '-';

    private static bool LooksLikeLongOption(string text) => text.Length > 2 && text.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(text[2]);

    private static IEnumerable<string> NamesOf(ParseResult result)
    {
        for (SymbolResult? at = result.CommandResult; at is CommandResult named; at = at.Parent)
            foreach (var option in named.Command.Options)
                if (!option.Hidden) yield return option.Name;
    }

    private static string ListOf(Command command) => string.Join(
        ", ",
        command.Subcommands.Where(c => !c.Hidden).Select(c => command is RootCommand ? c.Name : $"{command.Name} {c.Name}"));
}
