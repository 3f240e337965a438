namespace MigrationClean.Cli.Tests;

/// <summary>Cuts a line of the documentation as a shell does: at blanks, but not within double quotes.</summary>
internal static class Shell
{
    public static string[] Words(string line) => [.. line.Split('"')
        .SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
