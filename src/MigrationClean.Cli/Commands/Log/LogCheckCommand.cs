using System.CommandLine;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Commands.Log;

/// <summary><c>log check</c>: what a log would do, what is wrong with it, and whether somebody's cleaned file is what it says.</summary>
internal static class LogCheckCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required string Log { get; init; }

        public required LogOptions Applying { get; init; }

        public string? DeletionLog { get; init; }

        public string? Cleaned { get; init; }

        public string? Audit { get; init; }

        public required string Format { get; init; }

        public bool ShowValues { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var log = new Argument<string>("log") { HelpName = "LOG" };
        var reading = new ReadingArguments();
        var writing = new WritingArguments("help/option/output-report");
        var applying = new LogArguments();
        var cleaned = new ValueOption("--cleaned", OptionGroup.Input) { ValueName = "FILE" };
        var audit = new ValueOption("--audit", OptionGroup.Input) { ValueName = "FILE", TextKey = "help/option/audit-log-check" };
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = ["text", "json"], Default = "text" };
        var showValues = new Switch("--show-values", OptionGroup.Output);

        log.Validators.Add(UsageErrors.RefuseOptions);
        var command = new Command("check") { log };
        reading.AddTo(command);
        foreach (var option in (Option[])[cleaned, audit, format]) command.Options.Add(option);
        writing.AddTo(command);
        command.Options.Add(showValues);
        applying.AddTo(command);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.Read(line),
                Log = result.GetValue(log)!,
                Applying = applying.Read(line),
                DeletionLog = applying.DeletionLog(line),
                Cleaned = line.One(cleaned),
                Audit = line.One(audit),
                Format = line.One(format) ?? "text",
                ShowValues = line.Is(showValues),
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        var request = await Voice.OpenAsync(() => LogRun.RequestOf(options.Reading, null, settings, voice), cancellation);
        var log = await Voice.OpenAsync(() => LogOf(options, voice), cancellation);
        ReportFile.Check(options.Writing, [.. request.Exports, .. request.Forms, .. log.Logs]);

        var report = await voice.WorkAsync(progress => stages.CheckLog(request with { Progress = progress }, log, cancellation));
        cancellation.ThrowIfCancellationRequested();
        ReportFile.Write(options.Writing, voice, writer => stages.LogReport(options.Format, report, LogRun.OrderOf(options.ShowValues, voice), writer));
        voice.Say(LogRun.Facts(report, voice));
        return report.IsOk ? ExitCode.Done : ExitCode.Findings;
    }

    private static LogRequest LogOf(Options options, Voice voice) => new()
    {
        Logs = [Requests.Open(options.Log, voice.Streams)],
        Options = options.Applying,
        DeletionLogs = options.DeletionLog is { } deletions ? [Requests.Open(deletions, voice.Streams)] : [],
        Cleaned = options.Cleaned is { } cleaned ? Requests.Open(cleaned, voice.Streams) : null,
        Audit = options.Audit is { } audit ? Requests.Open(audit, voice.Streams) : null,
        Now = options.Reading.Now,
    };
}
