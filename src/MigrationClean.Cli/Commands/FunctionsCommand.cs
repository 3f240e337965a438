using System.CommandLine;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Reporting;

namespace MigrationClean.Cli.Commands;

/// <summary><c>functions</c>: what expressions may call, all or one in full.</summary>
internal static class FunctionsCommand
{
    /// <summary>What the line says.</summary>
    /// <param name="Common">What every line may say.</param>
    /// <param name="Name">A function; <see langword="null"/> for all.</param>
    /// <param name="Format"><c>text</c> or <c>json</c>.</param>
    internal sealed record Options(CommonChoices Common, string? Name, string Format);

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var name = new Argument<string?>("function") { HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add([.. FunctionsReport.Names]);
        name.Validators.Add(UsageErrors.RefuseOptions);
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = ["text", "json"], Default = "text" };

        var command = new Command("functions") { name, format };
        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options(common.Read(line), result.GetValue(name), line.One(format) ?? "text");
            if (options.Name is { } typed && !FunctionsReport.Names.Contains(typed)) throw UsageMistake.Unknown("unknown-function", typed, FunctionsReport.Names);
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static Task<ExitCode> RunAsync(Options options, Voice voice)
    {
        voice.ReadSettings(options.Common);
        var report = new ReportOptions
        {
            Language = voice.Texts.Language,
            ToolVersion = ProgramVersion.Number,
            Colour = voice.OutHasColour ? new ReportStyle() : null,
        };
        var output = voice.Loudness == Loudness.Silent ? TextWriter.Null : voice.Streams.Out;
        if (options.Name is { } name) FunctionsReport.WriteOne(name, options.Format, report, output);
        else FunctionsReport.WriteAll(options.Format, report, output);
        return Task.FromResult(ExitCode.Done);
    }
}
