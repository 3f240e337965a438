using System.CommandLine;

namespace MigrationClean.Cli.Commands.Log;

/// <summary><c>log</c>: the cleaning log, from drawing it up to applying it.</summary>
internal static class LogCommand
{
    /// <summary>The verb with its own verbs, in the order in which a log is used.</summary>
    public static Command Create(params ReadOnlySpan<Command> verbs)
    {
        var command = new Command("log");
        foreach (var verb in verbs) command.Subcommands.Add(verb);
        return command;
    }
}
