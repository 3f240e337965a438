using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Anonymisation;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Commands.Log;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Commands;

/// <summary><c>clean</c>: the whole path, from a raw export to a clean, anonymous, documented data set.</summary>
internal static class CleanCommand
{
    private static readonly string[] Later =
    [
        "--tables", "--redact-log", "--audit", "--undo",
    ];

    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required CheckChoices Checks { get; init; }

        public required CsvChoices Csv { get; init; }

        public required ReleaseChoices Release { get; init; }

        /// <summary>Cleaning logs; empty = those of the settings.</summary>
        public ImmutableArray<string> Logs { get; init; } = [];

        public LogOptions Applying { get; init; } = new();

        public string? DeletionLog { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments();
        var release = new ReleaseArguments();
        var writing = new WritingArguments("help/option/output-folder");
        var csv = new CsvArguments();
        var checks = new CheckArguments(() => CheckNames.Checks, hasRules: true);

        var log = new ValueOption("--log", OptionGroup.Input) { ValueName = "FILE", IsRepeatable = true, SettingsKey = "log", TextKey = "help/option/log-clean" };
        var applying = new LogArguments();
        var refuse = new Switch("--refuse-introduced", OptionGroup.Selection);

        var command = new Command("clean");
        reading.AddTo(command);
        checks.AddSampleTo(command);
        command.Options.Add(log);
        applying.AddTo(command);
        command.Options.Add(refuse);
        release.AddTo(command);
        writing.AddTo(command);
        release.AddFormatTo(command);
        csv.AddTo(command);
        checks.AddTo(command);
        foreach (var later in Later) command.Options.Add(new LaterOption(later));

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.ReadRequired(line, "clean"),
                Checks = checks.Read(line),
                Csv = csv.Read(line),
                Release = release.Read(line),
                Logs = line.Many(log),
                Applying = applying.Read(line) with { RefuseIntroduced = line.Is(refuse) },
                DeletionLog = applying.DeletionLog(line),
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        settings.RefuseLater(BearsOn.Clean);
        var output = options.Writing.Output!;
        using var stream = output == "-" ? voice.Streams.OpenOut() : null;
        var request = await Voice.OpenAsync(() => RequestOf(options, settings, voice), cancellation);
        if (output == "-") request = request with { Stream = options.Writing.DryRun ? Stream.Null : stream };
        var replaces = Directory.Exists(output) || File.Exists(output);

        var result = await voice.WorkAsync(progress => stages.Clean(request with { Input = request.Input with { Progress = progress } }, cancellation));

        if (options.Writing.DryRun)
        {
            foreach (var (path, rows) in result.Files)
                voice.Streams.Out.WriteLine(Summary.Planned(Path.Combine(output, path).Replace('\\', '/'), rows, replaces, voice.Texts));
        }

        if (result.Log is { } log) LogOutput.TellAll(log.Introduced, voice); // first, as a log must not bring in faults
        Tell(result, options, settings, request.Release.Level, voice);
        return ValidateCommand.ExitCodeOf(result.Validation.Report.Findings, options.Checks.FailOn);
    }

    private static CleanRequest RequestOf(Options options, ProjectSettings settings, Voice voice)
    {
        var input = Requests.Validate(options.Reading, options.Checks, settings, voice.Streams);
        var (release, choices, output) = (settings.Release, options.Release, options.Writing.Output!);
        if ((choices.Plan ?? settings.Plan) is "-" && options.Reading.Exports.Contains("-", StringComparer.Ordinal)) throw UsageMistake.Of("stdin-twice");

        var formats = choices.Formats.IsEmpty ? settings.Formats : choices.Formats;
        RefuseFormats(formats, areOnLine: !choices.Formats.IsEmpty, output);
        bool Writes(string format) => formats.IsEmpty || formats.Contains(format, StringComparer.Ordinal);

        return new()
        {
            Input = input with
            {
                Checks = input.Checks with
                {
                    Consent = Requests.Consent(choices.Consent, input.Checks.Consent),
                    Labels = choices.Labels ?? settings.Labels,
                    Reader = voice.Texts.Language,
                },
            },
            Folder = output == "-" ? null : output,
            Force = options.Writing.Force,
            DryRun = options.Writing.DryRun,
            Plan = (choices.Plan ?? settings.Plan) is { } plan ? Requests.Open(plan, voice.Streams) : null,
            Release = Requests.WithKey(release, choices.Key, input, output == "-" ? null : Path.GetFullPath(output)) with
            {
                Level = choices.Level ?? release.Level,
                Recipient = choices.Recipient ?? "",
                Today = DateOnly.FromDateTime((options.Reading.Now ?? voice.Streams.Clock.GetUtcNow()).UtcDateTime),
            },
            Description = settings.Description,
            Csv = settings.Csv with
            {
                Bom = options.Csv.Bom ?? settings.Csv.Bom,
                Guard = options.Csv.Guard ?? settings.Csv.Guard,
                CrLf = options.Csv.CrLf ?? settings.Csv.CrLf,
            },
            Workbook = Writes("xlsx"),
            Log = LogOf(options, settings, voice),
            Labels = choices.Labels ?? settings.Labels,
            Language = voice.Texts.Language,
            Now = options.Reading.Now,
        };
    }

    private static LogRequest LogOf(Options options, ProjectSettings settings, Voice voice) => new()
    {
        Logs = Requests.Open(options.Logs.IsEmpty ? settings.Logs : options.Logs, voice.Streams),
        Options = options.Applying,
        DeletionLogs = options.DeletionLog is { } deletions ? [Requests.Open(deletions, voice.Streams)] : [],
        Withdrawn = settings.Withdrawn is { } withdrawn ? Requests.Open(withdrawn, voice.Streams) : null,
        Now = options.Reading.Now,
    };

    private static void RefuseFormats(ImmutableArray<string> formats, bool areOnLine, string output)
    {
        foreach (var format in formats)
            if (format is not ("csv" or "xlsx")) throw UsageMistake.Of("later-format", ("typed", format), ("verb", "clean"), ("allowed", "csv, xlsx"));
        if (output == "-" && areOnLine && !formats.Contains("csv", StringComparer.Ordinal)) throw UsageMistake.Of("without-csv");
    }

    private static void Tell(CleanResult result, Options options, ProjectSettings settings, ReleaseLevel level, Voice voice)
    {
        var output = options.Writing.Output!;
        voice.Say($"{Summary.Reconciled(result, voice.Texts)}{(output == "-" ? "" : $" → {output}")}");
        voice.Say(Summary.Findings(result.Validation.Report.Findings, voice.Texts));
        if (result.Validation.Report.Accepted is > 0 and var accepted) voice.Say(voice.Text("text/accepted", new Diagnostics.FindingArgument("findings", $"{accepted}")));
        if (result.Log is { } log) LogRun.Tell(log, voice);
        foreach (var warning in result.Warnings) voice.Warn(warning.Key, warning.Arguments);
        if (result.IsTrial)
        {
            voice.Say(voice.Text("text/trial"));
            var form = (options.Reading.Forms.IsEmpty ? settings.Forms : options.Reading.Forms)[^1];
            if (settings.Plan is null && options.Release.Plan is null) voice.SayNext("text/next", $"migrationclean init {Quoted(form)} -o project");
            return;
        }

        voice.Say(voice.Text("text/release", new Diagnostics.FindingArgument("level", Words.Levels.Of(level))));
        if (output != "-" && !options.Writing.DryRun) voice.SayNext("text/next", $"migrationclean validate {Quoted(output)}");
    }

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
