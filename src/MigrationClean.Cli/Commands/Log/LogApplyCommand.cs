using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands.Log;

/// <summary><c>log apply</c>: corrected copies of the exports in their own layout, with an audit trail; or, with <c>--undo</c>, the way back.</summary>
internal static class LogApplyCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required LogOptions Applying { get; init; }

        public string? Consent { get; init; }

        public string? DeletionLog { get; init; }

        public string? Audit { get; init; }

        public string? Undo { get; init; }

        public bool ShowValues { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments("log-and-export", "LOG EXPORT");
        var writing = new WritingArguments("help/option/output-corrected");
        var applying = new LogArguments();
        var audit = new ValueOption("--audit", OptionGroup.Output) { ValueName = "FILE", TextKey = "help/option/audit-log-apply" };
        var undo = new ValueOption("--undo", OptionGroup.Input) { ValueName = "AUDIT" };
        var refuse = new Switch("--refuse-introduced", OptionGroup.Selection);
        var consent = new ValueOption("--consent", OptionGroup.Selection) { ValueName = "QUESTION|none", SettingsKey = "consent.question" };
        var showValues = new Switch("--show-values", OptionGroup.Output);

        var command = new Command("apply");
        reading.AddTo(command);
        command.Options.Add(undo);
        writing.AddTo(command);
        foreach (var option in (Option[])[audit, showValues]) command.Options.Add(option);
        applying.AddTo(command);
        foreach (var option in (Option[])[refuse, consent]) command.Options.Add(option);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.ReadRequired(line, "log apply"),
                Applying = applying.Read(line) with { RefuseIntroduced = line.Is(refuse) },
                DeletionLog = applying.DeletionLog(line),
                Consent = line.One(consent),
                Audit = line.One(audit),
                Undo = line.One(undo),
                ShowValues = line.Is(showValues),
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        var named = options.Reading.Exports;
        if (options.Undo is null && named.Length < 2) throw UsageMistake.Of("missing-export", ("verb", "log apply"));

        var reading = options.Reading with { Exports = options.Undo is null ? named[1..] : named };
        var request = await Voice.OpenAsync(() => LogRun.RequestOf(reading, options.Consent, settings, voice), cancellation);
        var log = await Voice.OpenAsync(() => LogOf(options, voice), cancellation);
        var inputs = request.Exports.Concat(request.Forms).Concat(log.Logs).Concat(log.DeletionLogs).ToImmutableArray();
        var output = options.Writing.Output!;
        using var stream = output == "-" ? options.Writing.DryRun ? Stream.Null : voice.Streams.OpenOut() : null;
        var files = FilesOf(options, request.Exports, inputs);
        var target = new CorrectedOutput { Files = files, Stream = stream, Audit = AuditOf(options, inputs), Tool = $"{ProgramVersion.Name} {ProgramVersion.Number}" };

        if (options.Undo is not null)
        {
            var undone = await voice.WorkAsync(progress => stages.UndoLog(request with { Progress = progress }, log.Audit!, target, cancellation));
            voice.Say(voice.Text("text/log-undone", new("cells", $"{undone.Cells}"), new("file", LogOutput.Shown(output, voice))));
            if (undone.NotRestored > 0) voice.Warn("text/log-not-restored", new Diagnostics.FindingArgument("rows", $"{undone.NotRestored}"));
            return ExitCode.Done;
        }

        var report = await voice.WorkAsync(progress => stages.ApplyLog(request with { Progress = progress }, log, target, options.ShowValues, cancellation));
        Tell(report, options, target, voice);
        return report.Introduced.IsEmpty ? ExitCode.Done : ExitCode.Findings;
    }

    private static void Tell(LogReport report, Options options, CorrectedOutput target, Voice voice)
    {
        LogOutput.TellAll(report.Introduced, voice);
        LogOutput.Tell(report.Findings, voice);
        LogOutput.Tell(report.Consequences, voice);
        if (options.Writing.DryRun)
            foreach (var file in target.Files) voice.Streams.Out.WriteLine(Summary.Planned(file.Path, null, File.Exists(file.Path), voice.Texts));
        voice.Say(LogRun.Facts(report, voice));
        voice.Say(voice.Text(
            "text/log-applied",
            new("cells", $"{report.Cells}"),
            new("submissions", $"{report.RemovedSubmissions}"),
            new("rows", $"{report.RemovedRows}"),
            new("file", LogOutput.Shown(options.Writing.Output!, voice))));
        voice.Say(voice.Text("text/log-facts", new("resolved", $"{report.Resolved}"), new("remaining", $"{report.Remaining}"), new("introduced", $"{report.Introduced.Length}")));
        if (report.AuditHash is { } hash) voice.Say(voice.Text("text/log-audit", new("file", target.Audit!.Path), new("hash", hash)));
        voice.Warn("text/not-anonymised");
    }

    // Several exports give several copies, in a folder under their own names.
    private static ImmutableArray<OutputOptions> FilesOf(Options options, ImmutableArray<InputFile> exports, ImmutableArray<InputFile> inputs)
    {
        var output = options.Writing.Output!;
        if (output == "-") return exports.Length == 1 ? [] : throw UsageMistake.Of("one-export", ("verb", "log apply"));
        if (exports.Length == 1) return [options.Writing.FileOptions(output, inputs)];
        if (!Directory.Exists(output)) throw UsageMistake.Of("not-a-folder", ("path", Path.GetFileName(output)));
        return [.. exports.Select(e => options.Writing.FileOptions(Path.Combine(output, Path.GetFileName(e.Name)), inputs))];
    }

    private static OutputOptions? AuditOf(Options options, ImmutableArray<InputFile> inputs)
    {
        var output = options.Writing.Output!;
        var path = options.Audit ?? (output == "-" || options.Undo is not null ? null : Directory.Exists(output) ? Path.Combine(output, "audit.jsonl") : Path.ChangeExtension(output, ".audit.jsonl"));
        if (path is null) return null;
        var file = options.Writing.FileOptions(path, inputs);
        AtomicFile.Check(file);
        return file;
    }

    private static LogRequest LogOf(Options options, Voice voice) => new()
    {
        Logs = options.Undo is null ? [Requests.Open(options.Reading.Exports[0], voice.Streams)] : [],
        Options = options.Applying,
        DeletionLogs = options.DeletionLog is { } deletions ? [Requests.Open(deletions, voice.Streams)] : [],
        Audit = options.Undo is { } undo ? Requests.Open(undo, voice.Streams) : null,
        Now = options.Reading.Now,
    };
}
