using System.CommandLine;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Commands;

/// <summary><c>init</c>: a project folder from a form, for a person to go through and confirm.</summary>
internal static class InitCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required string Form { get; init; }

        public required string Folder { get; init; }

        public string? Export { get; init; }

        public string? Key { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var form = new Argument<string>("form") { HelpName = "FORM", Arity = ArgumentArity.ExactlyOne };
        form.Validators.Add(UsageErrors.RefuseOptions);
        var output = new ValueOption("--output", OptionGroup.Output, "-o") { ValueName = "FOLDER", TextKey = "help/option/output-project" };
        var export = new ValueOption("--export", OptionGroup.Input) { ValueName = "EXPORT" };
        var key = new ValueOption("--key", OptionGroup.Output) { ValueName = "FILE", TextKey = "help/option/key-init" };

        var command = new Command("init") { form, export, output, key, new LaterOption("--wrap-key") };
        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Form = result.GetRequiredValue(form),
                Folder = line.One(output) ?? throw UsageMistake.Of("missing-option", ("verb", "init"), ("option", "-o FOLDER")),
                Export = line.One(export),
                Key = line.One(key),
            };
            if (options is { Form: "-", Export: "-" }) throw UsageMistake.Of("stdin-twice");
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        if (options.Folder == "-") throw UsageMistake.Of("not-to-stdout", ("verb", "init"));
        var order = await Voice.OpenAsync(
            () => new InitOrder
            {
                Form = Requests.Open(options.Form, voice.Streams),
                Export = options.Export is { } export ? Requests.Open(export, voice.Streams) : null,
                Folder = options.Folder,
                KeyFile = options.Key,
                Language = voice.Texts.Language,
            },
            cancellation);
        var files = await voice.WorkAsync(_ => stages.Init(order, cancellation));

        foreach (var file in files) voice.Say($"  {file}");
        voice.Say(voice.Text("text/init-confirm"));
        voice.SayNext("text/next", $"migrationclean clean export.xlsx --config {options.Folder}/{SettingsFile.Name} -o out");
        return ExitCode.Done;
    }
}
