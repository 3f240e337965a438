using System.Diagnostics;
using System.Reflection;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Terminal;

/// <summary>What is said when a promise inside our code is broken: asks to report it, and holds nothing of the data.</summary>
internal static class BugReport
{
    /// <summary>Writes it. Under <c>--verbose</c> the exception's type and the names of the methods stand below.</summary>
    public static ExitCode Write(Exception bug, string verb, bool verbose, Voice voice)
    {
        var error = voice.Streams.Error;
        FindingArgument[] places = [new("version", ProgramVersion.Number), new("verb", verb.Length == 0 ? ProgramVersion.Name : verb)];
        error.WriteLine($"{Colour.Error(voice.Text("text/error"), voice.ErrorHasColour)}: {voice.Texts.Text("cli/bug", "message", [.. places])}");
        error.WriteLine($"  {Colour.Hint(voice.Text("text/fix"), voice.ErrorHasColour)}: {voice.Texts.Text("cli/bug", "fix", [.. places])}");
        if (!verbose) return ExitCode.Bug;

        for (var at = bug; at is not null; at = at.InnerException)
        {
            error.WriteLine($"  {at.GetType().FullName}");
            foreach (var frame in new StackTrace(at, fNeedFileInfo: false).GetFrames())
                if (frame.GetMethod() is { } method && !IsPlumbing(method)) error.WriteLine($"    {method.DeclaringType?.FullName}.{method.Name}");
        }

        return ExitCode.Bug;
    }

    private static bool IsPlumbing(MethodBase method) => method.DeclaringType?.Namespace is "System.Runtime.CompilerServices" or "System.Runtime.ExceptionServices";
}
