using System.CommandLine;
using System.CommandLine.Help;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Commands;
using MigrationClean.Cli.Help;

namespace MigrationClean.Cli;

/// <summary>The tree of verbs. A verb of the contract that is not there yet is not listed.</summary>
internal static class Root
{
    /// <summary>All verbs with the work behind them.</summary>
    public static RootCommand Create(Surroundings at) => Create(at, common =>
    [
        CleanCommand.Create((options, voice, cancellation) => CleanCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        ValidateCommand.Create((options, voice, cancellation) => ValidateCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        InitCommand.Create((options, voice, cancellation) => InitCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        ConvertCommand.Create((options, voice, cancellation) => ConvertCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        ConfigCommand.Create((options, voice, _) => ConfigCommand.RunAsync(options, voice), common, at),
        CompletionCommand.Create(common, at),
    ]);

    /// <summary>Some verbs; a test gives those it looks at.</summary>
    public static RootCommand Create(Surroundings at, Func<CommonArguments, IReadOnlyList<Command>> verbs)
    {
        var common = new CommonArguments();
        var root = new RootCommand { HelpName = ProgramVersion.Name };
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpPage(at.Texts) });
        root.Options.Add(new VersionOption("--version") { Action = new VersionLine() });
        common.AddTo(root);
        foreach (var verb in verbs(common)) root.Subcommands.Add(verb);
        return root;
    }
}
