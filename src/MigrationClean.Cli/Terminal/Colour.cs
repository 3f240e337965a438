using Spectre.Console;

namespace MigrationClean.Cli.Terminal;

/// <summary>When and how a stream is coloured. Colour only helps: the text says the same without it.</summary>
internal static class Colour
{
    /// <summary>
    /// Whether a stream gets colour: <c>--color</c> wins, then <c>NO_COLOR</c>, <c>TERM=dumb</c>, then whether it is a terminal.
    /// </summary>
    public static bool IsOn(ColourChoice choice, bool isTerminal, IReadOnlyDictionary<string, string> environment) => choice switch
    {
        ColourChoice.Always => true,
        ColourChoice.Never => false,
        _ => isTerminal
            && environment.GetValueOrDefault("NO_COLOR", "").Length == 0
            && !string.Equals(environment.GetValueOrDefault("TERM"), "dumb", StringComparison.Ordinal)
            && CanShowIt(),
    };

    /// <summary>Red: an error.</summary>
    public static string Error(string text, bool on) => Paint(text, 31, on);

    /// <summary>Yellow: a warning.</summary>
    public static string Warning(string text, bool on) => Paint(text, 33, on);

    /// <summary>Cyan: a hint or a path.</summary>
    public static string Hint(string text, bool on) => Paint(text, 36, on);

    /// <summary>Green: success.</summary>
    public static string Success(string text, bool on) => Paint(text, 32, on);

    private static string Paint(string text, int colour, bool on) => on ? $"\e[{colour}m{text}\e[0m" : text;

    // The old Windows console shows escape sequences as rubbish until it is asked not to; Spectre.Console asks and tells.
    private static bool CanShowIt() => !OperatingSystem.IsWindows() || WindowsConsoleCan();

    private static bool WindowsConsoleCan() => AnsiConsole.Profile.Capabilities.Ansi;
}

/// <summary>The values of <c>--color</c>.</summary>
internal enum ColourChoice
{
    /// <summary>Where a person looks.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
