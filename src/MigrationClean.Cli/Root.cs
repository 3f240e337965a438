using System.CommandLine;
using System.CommandLine.Help;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Commands;
using MigrationClean.Cli.Commands.Log;
using MigrationClean.Cli.Help;

namespace MigrationClean.Cli;

/// <summary>The tree of verbs. A verb of the contract that is not there yet is not listed.</summary>
internal sealed class Root : RootCommand
{
    private Root() => HelpName = ProgramVersion.Name;

    /// <summary>The options of every verb.</summary>
    public CommonArguments Common { get; } = new();

    /// <summary>All verbs with the work behind them.</summary>
    public static Root Create(Surroundings at) => Create(at, common =>
    [
        CleanCommand.Create((options, voice, cancellation) => CleanCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        ValidateCommand.Create((options, voice, cancellation) => ValidateCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        LintCommand.Create((options, voice, cancellation) => LintCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        LogCommand.Create(
            LogNewCommand.Create((options, voice, cancellation) => LogNewCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
            LogMergeCommand.Create((options, voice, cancellation) => LogMergeCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
            LogCheckCommand.Create((options, voice, cancellation) => LogCheckCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
            LogApplyCommand.Create((options, voice, cancellation) => LogApplyCommand.RunAsync(options, voice, at.Stages, cancellation), common, at)),
        ExplainCommand.Create((options, voice, cancellation) => ExplainCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        EvalCommand.Create((options, voice, cancellation) => EvalCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        FunctionsCommand.Create((options, voice, _) => FunctionsCommand.RunAsync(options, voice), common, at),
        InitCommand.Create((options, voice, cancellation) => InitCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        MonitorCommand.Create((options, voice, cancellation) => MonitorCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        ConvertCommand.Create((options, voice, cancellation) => ConvertCommand.RunAsync(options, voice, at.Stages, cancellation), common, at),
        ConfigCommand.Create((options, voice, _) => ConfigCommand.RunAsync(options, voice), common, at),
        CompletionCommand.Create(common, at),
    ]);

    /// <summary>Some verbs; a test gives those it looks at.</summary>
    public static Root Create(Surroundings at, Func<CommonArguments, IReadOnlyList<Command>> verbs)
    {
        var root = new Root();
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h") { Action = new HelpPage(at.Texts) });
        root.Options.Add(new VersionOption("--version") { Action = new VersionLine() });
        root.Common.AddTo(root);
        foreach (var verb in verbs(root.Common)) root.Subcommands.Add(verb);
        return root;
    }
}
