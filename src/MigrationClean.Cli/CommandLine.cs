using System.CommandLine;
using System.CommandLine.Invocation;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Help;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli;

/// <summary>A run from its arguments to its exit code.</summary>
internal static class CommandLine
{
    // Long enough to remove what is half-written; then the process ends whatever it does.
    private static readonly TimeSpan TimeToCleanUp = TimeSpan.FromSeconds(10);

    /// <summary>Runs the program.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> args, Streams streams, Stages stages, CancellationToken cancellation = default)
    {
        var language = SpokenLanguage.Of(args, streams);
        var at = new Surroundings(streams, Messages.For(language), stages);
        return RunAsync(Root.Create(at), args, at, cancellation);
    }

    /// <summary>Runs a tree of verbs.</summary>
    internal static async Task<int> RunAsync(Root root, IReadOnlyList<string> args, Surroundings at, CancellationToken cancellation = default)
    {
        if (args.Count == 0)
        {
            HelpPage.WriteShort(at.Texts, at.Streams.Error);
            return (int)ExitCode.Refused;
        }

        var result = root.Parse(VerbFirst.Order(args, root), new ParserConfiguration { ResponseFileTokenReplacer = null });
        var voice = VoiceOf(root, result, at);
        var isVerb = result.Action is AsynchronousCommandLineAction or ParseErrorAction;
        try
        {
            if (isVerb && UsageErrors.Find(result) is { } mistake) throw mistake;
            if (isVerb) WarnOfUnknownVariables(root, voice);
            var code = await result.InvokeAsync(
                new()
                {
                    Output = at.Streams.Out,
                    Error = at.Streams.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToCleanUp,
                },
                cancellation);
            await at.Streams.Out.FlushAsync(CancellationToken.None);
            return code;
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }
        catch (InputException refusal)
        {
            return (int)voice.Fail(refusal);
        }
        catch (Exception bug) when (bug is not OutOfMemoryException)
        {
            // The outermost level. Never the exception's own text: .NET quotes values in it.
            return (int)BugReport.Write(bug, UsageErrors.VerbOf(result), args.Any(a => a is "-v" or "--verbose"), voice);
        }
    }

    // As loud and bright as the line asks; a line that can't even be read so far is answered plainly.
    private static Voice VoiceOf(Root root, ParseResult result, Surroundings at)
    {
        try
        {
            return at.VoiceFor(root.Common.Read(new(result, at.Streams.Environment)));
        }
        catch (InputException)
        {
            return at.PlainVoice;
        }
    }

    private static void WarnOfUnknownVariables(Root root, Voice voice)
    {
        var named = voice.Streams.Environment.Keys.Where(name => name.StartsWith(EnvironmentNames.Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        if (named.Count == 0) return;

        var known = root.Subcommands.Concat(root.Subcommands.SelectMany(c => c.Subcommands)).Prepend<Command>(root)
            .SelectMany(command => command.Options).Select(option => EnvironmentNames.Of(option.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in named)
            if (!known.Contains(name)) voice.Warn("cli/unknown-variable", new FindingArgument("name", name));
    }
}
