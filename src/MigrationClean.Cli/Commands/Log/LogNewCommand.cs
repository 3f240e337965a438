using System.Collections.Immutable;
using System.CommandLine;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Commands.Log;

/// <summary><c>log new</c>: a log of what was found, for people to decide.</summary>
internal static class LogNewCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required CheckChoices Checks { get; init; }

        public required CsvChoices Csv { get; init; }

        /// <summary>Logs of earlier days.</summary>
        public ImmutableArray<string> Earlier { get; init; } = [];

        public bool AsImpact { get; init; }

        public string? Consent { get; init; }

        public string? Key { get; init; }

        public string? Audit { get; init; }

        public string? Labels { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments();
        var writing = new WritingArguments("help/option/output-log");
        var checks = new CheckArguments(() => CheckNames.Checks, hasRules: true);
        var csv = new CsvArguments();
        var earlier = new ValueOption("--log", OptionGroup.Input) { ValueName = "FILE", IsRepeatable = true, SettingsKey = "log", TextKey = "help/option/log-earlier" };
        var profile = new ValueOption("--log-profile", OptionGroup.Output) { ValueName = "NAME", Allowed = ["migrationclean", "impact"], Default = "migrationclean", TextKey = "help/option/log-profile-new" };
        var labels = new ValueOption("--labels", OptionGroup.Output) { ValueName = "LANGUAGE", SettingsKey = "labels" };
        var consent = new ValueOption("--consent", OptionGroup.Selection) { ValueName = "QUESTION|none", SettingsKey = "consent.question" };
        var key = new ValueOption("--key", OptionGroup.Input) { ValueName = "FILE", SettingsKey = "key", TextKey = "help/option/key-validate" };
        var audit = new ValueOption("--audit", OptionGroup.Input) { ValueName = "ZIP" };

        var command = new Command("new");
        reading.AddTo(command);
        checks.AddSampleTo(command);
        foreach (var option in (Option[])[earlier, key, audit]) command.Options.Add(option);
        writing.AddTo(command);
        foreach (var option in (Option[])[profile, labels]) command.Options.Add(option);
        csv.AddTo(command);
        checks.AddTo(command);
        command.Options.Add(consent);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.ReadRequired(line, "log new"),
                Checks = checks.Read(line),
                Csv = csv.Read(line),
                Earlier = line.Many(earlier),
                AsImpact = line.One(profile) == "impact",
                Consent = line.One(consent),
                Key = line.One(key),
                Audit = line.One(audit),
                Labels = line.One(labels),
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        settings.RefuseLater(BearsOn.Validate);
        var request = await Voice.OpenAsync(() => RequestOf(options, settings, voice), cancellation);
        LogOutput.Check(options.Writing, [.. request.Input.Inputs, .. request.Earlier]);

        var log = await voice.WorkAsync(progress => stages.NewLog(request with { Input = request.Input with { Progress = progress } }, cancellation));
        cancellation.ThrowIfCancellationRequested();
        LogOutput.RefuseErrors(log.Findings);
        LogOutput.Write(log, options.Writing, LogOutput.Csv(options.Csv, settings), voice);

        LogOutput.Tell(log.Findings, voice);
        var output = options.Writing.Output!;
        voice.Say(voice.Text("text/log-new", new("lines", $"{log.Lines}"), new("added", $"{log.Added}"), new("file", LogOutput.Shown(output, voice))));
        if (LogOutput.IsWorkbook(output) && !options.AsImpact) voice.Say(voice.Text("text/log-beside", new("others", $"{log.Others}"), new("deletions", $"{log.Deletions}")));
        else if (log.Others + log.Deletions > 0) voice.Warn("text/log-only-lines", new("others", $"{log.Others}"), new("deletions", $"{log.Deletions}"));
        return ValidateCommand.ExitCodeOf(log.Found, options.Checks.FailOn);
    }

    private static LogNewRequest RequestOf(Options options, ProjectSettings settings, Voice voice)
    {
        var input = Requests.Validate(options.Reading, options.Checks, settings, voice.Streams);
        return new()
        {
            Input = input with
            {
                Audit = options.Audit is { } audit ? Requests.Open(audit, voice.Streams) : null,
                Checks = input.Checks with
                {
                    Consent = Requests.Consent(options.Consent, input.Checks.Consent),
                    Labels = options.Labels ?? settings.Labels,
                    Reader = voice.Texts.Language,
                },
            },
            Earlier = Requests.Open(options.Earlier.IsEmpty ? settings.Logs : options.Earlier, voice.Streams),
            AsImpact = options.AsImpact,
            Release = Requests.WithKey(settings.Release, options.Key, input, options.Writing.Output is { } output && output != "-" ? Path.GetDirectoryName(Path.GetFullPath(output)) : null),
            Labels = options.Labels ?? settings.Labels,
            Language = voice.Texts.Language,
        };
    }
}
