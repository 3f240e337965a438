using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Commands.Log;

/// <summary><c>log merge</c>: several people's logs as one.</summary>
internal static class LogMergeCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public ImmutableArray<string> Logs { get; init; } = [];

        public required WritingChoices Writing { get; init; }

        public required CsvChoices Csv { get; init; }

        public string? Profile { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var logs = new Argument<string[]>("logs") { HelpName = "LOG", Arity = ArgumentArity.OneOrMore };
        logs.Validators.Add(UsageErrors.RefuseOptions);
        var writing = new WritingArguments("help/option/output-log");
        var csv = new CsvArguments();
        var profile = new ValueOption("--log-profile", OptionGroup.Input) { ValueName = "NAME", Allowed = LogReader.Profiles };

        var command = new Command("merge") { logs, profile };
        writing.AddTo(command);
        csv.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Logs = [.. result.GetValue(logs) ?? []],
                Writing = writing.ReadRequired(line, "log merge"),
                Csv = csv.Read(line),
                Profile = line.One(profile),
            };
            if (options.Logs.Count(name => name == "-") > 1) throw UsageMistake.Of("stdin-twice");
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        var logs = await Voice.OpenAsync(() => Requests.Open(options.Logs, voice.Streams), cancellation);
        LogOutput.Check(options.Writing, logs);

        var log = await voice.WorkAsync(_ => stages.MergeLogs(logs, voice.Texts.Language, options.Profile));
        cancellation.ThrowIfCancellationRequested();
        LogOutput.RefuseErrors(log.Findings);
        var output = options.Writing.Output!;
        if (!LogOutput.IsWorkbook(output) && Kinds(log) > 1) throw new InputException("FILE-13/log-csv", new() { File = Path.GetFileName(output) }, new FindingArgument("file", output == "-" ? voice.Text("text/stdout") : Path.GetFileName(output)));
        LogOutput.Write(log, options.Writing, LogOutput.Csv(options.Csv, settings), voice);

        LogOutput.Tell(log.Findings, voice);
        voice.Say(voice.Text("text/log-merged", new("logs", $"{logs.Length}"), new("lines", $"{log.Lines + log.Others + log.Deletions}"), new("file", LogOutput.Shown(output, voice))));
        return ExitCode.Done;
    }

    // Sheets that hold lines: CSV has room for one.
    private static int Kinds(Writing.LogFile log) => ((int[])[log.Lines, log.Others, log.Deletions]).Count(lines => lines > 0);
}
