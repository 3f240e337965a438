using System.CommandLine;

namespace MigrationClean.Cli.Arguments;

/// <summary>Lets a verb's options stand before it, too: the parser knows them only after it.</summary>
internal static class VerbFirst
{
    /// <summary>The line with the verb in front. A line whose beginning is not understood stays as it is.</summary>
    public static IReadOnlyList<string> Order(IReadOnlyList<string> args, RootCommand root)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (root.Subcommands.Any(command => string.Equals(command.Name, args[i], StringComparison.Ordinal)))
                return i == 0 ? args : [args[i], .. args.Take(i), .. args.Skip(i + 1)];
            if (!args[i].StartsWith('-') || args[i] is "-" or "--") return args;
            if (TakesValue(args[i], root)) i++;
        }

        return args;
    }

    // Where several verbs have an option of one name, the first one's decides.
    private static bool TakesValue(string name, RootCommand root) => root.Subcommands.Prepend<Command>(root).SelectMany(command => command.Options)
        .FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name)) is ValueOption;
}
