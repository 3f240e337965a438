using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Checks;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands;

/// <summary><c>validate</c>: reads and checks; writes only a report.</summary>
internal static class ValidateCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required CheckChoices Checks { get; init; }

        public string? Consent { get; init; }

        public string? Key { get; init; }

        public string? Audit { get; init; }

        /// <summary>Cleaning logs whose acceptances hold; empty = those of the settings.</summary>
        public ImmutableArray<string> Logs { get; init; } = [];

        public required string Format { get; init; }

        public bool ShowValues { get; init; }

        public bool ShowAll { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments();
        var writing = new WritingArguments("help/option/output-report");
        var checks = new CheckArguments(() => CheckNames.Checks, hasRules: true);
        var consent = new ValueOption("--consent", OptionGroup.Selection) { ValueName = "QUESTION|none", SettingsKey = "consent.question" };
        var key = new ValueOption("--key", OptionGroup.Input) { ValueName = "FILE", SettingsKey = "key", TextKey = "help/option/key-validate" };
        var audit = new ValueOption("--audit", OptionGroup.Input) { ValueName = "ZIP" };
        var log = new ValueOption("--log", OptionGroup.Input) { ValueName = "FILE", IsRepeatable = true, SettingsKey = "log", TextKey = "help/option/log-validate" };
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = Words.ReportFormats, Default = "text" };
        var showValues = new Switch("--show-values", OptionGroup.Output);
        var showAll = new Switch("--show-all", OptionGroup.Selection);

        var command = new Command("validate");
        reading.AddTo(command);
        checks.AddSampleTo(command);
        command.Options.Add(key);
        command.Options.Add(audit);
        command.Options.Add(log);
        command.Options.Add(format);
        writing.AddTo(command);
        command.Options.Add(showValues);
        checks.AddTo(command);
        command.Options.Add(consent);
        command.Options.Add(showAll);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.Read(line),
                Checks = checks.Read(line),
                Consent = line.One(consent),
                Key = line.One(key),
                Audit = line.One(audit),
                Logs = line.Many(log),
                Format = line.One(format) ?? "text",
                ShowValues = line.Is(showValues),
                ShowAll = line.Is(showAll),
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        if (options.Reading.Exports is [var folder] && Directory.Exists(folder)) return CheckOutput(folder, options, settings, voice, stages);

        settings.RefuseLater(BearsOn.Validate);
        var request = await Voice.OpenAsync(() => Requests.Validate(options.Reading, options.Checks, settings, voice.Streams), cancellation);
        var consent = Requests.Consent(options.Consent, request.Checks.Consent);
        request = request with { Checks = request.Checks with { Consent = consent, Labels = settings.Labels, Reader = voice.Texts.Language, ShowAll = options.ShowAll } };
        if (options.Audit is { } audit) request = request with { Audit = Requests.Open(audit, voice.Streams) };
        request = request with { Decided = Requests.Open(options.Logs.IsEmpty ? settings.Logs : options.Logs, voice.Streams) };
        var key = FindingKey(Requests.WithKey(settings.Release, options.Key, request, OutputFolderOf(options.Writing)));
        request = request with { FindingKey = key };
        CheckTarget(options.Writing, request.Inputs);
        var summary = StepSummary.Open(options.Format, options.Writing, [.. request.Inputs], voice.Streams.Environment);

        var result = await voice.WorkAsync(progress => stages.Validate(request with { Progress = progress }, cancellation));
        cancellation.ThrowIfCancellationRequested();
        var order = Order(options, voice) with { Result = result, FindingKey = key, Labels = settings.Labels };
        Write(options, voice, report => stages.Report(order, report));
        summary?.Append(stages.Summary(order));

        // The text report ends with these facts itself.
        var findings = result.Report.Findings;
        var endsWithFacts = options is { Format: "text", Writing.Output: null or "-" };
        if (result.Report.Accepted is > 0 and var accepted) voice.Say(voice.Text("text/accepted", new FindingArgument("findings", $"{accepted}")));
        if (!endsWithFacts) voice.Say(Summary.Validated(result.Report, options.Writing.Output, voice.Texts));
        return ExitCodeOf(findings, options.Checks.FailOn);
    }

    /// <summary>1 if anything is as bad as the person named.</summary>
    internal static ExitCode ExitCodeOf(IReadOnlyList<Finding> findings, Severity? failOn) =>
        failOn is { } least && findings.Any(finding => finding.Severity >= least) ? ExitCode.Findings : ExitCode.Done;

    // A key made for the run would give other ids tomorrow: without a lasting one they are plain hashes.
    private static ImmutableArray<byte> FindingKey(ReleaseSettings release)
    {
        using var key = KeyFile.Open(release);
        return key.IsLasting ? key.FindingKey(release.ProjectName) : [];
    }

    private static string? OutputFolderOf(WritingChoices writing) =>
        writing.Output is { } path && path != "-" ? Path.GetDirectoryName(Path.GetFullPath(path)) : null;

    private static ExitCode CheckOutput(string folder, Options options, ProjectSettings settings, Voice voice, Stages stages)
    {
        CheckTarget(options.Writing, []);
        var checks = new CheckSettings { Select = options.Checks.Select, Ignore = [.. options.Checks.Ignore, .. settings.ChecksOff] };
        var summary = StepSummary.Open(options.Format, options.Writing, [], voice.Streams.Environment);
        var order = Order(options, voice) with { Checks = checks };
        order = order with { Result = stages.CheckOutput(folder, order) };
        Write(options, voice, report => stages.Report(order, report));
        summary?.Append(stages.Summary(order));
        var findings = order.Result.Report.Findings;
        // Nothing is said of a folder that may not have been looked at.
        if (findings.IsEmpty && !(checks.Select.IsEmpty && checks.Ignore.IsEmpty)) return ExitCode.Done;
        voice.Say(findings.IsEmpty ? voice.Text("text/output-whole", new FindingArgument("folder", folder))
            : voice.Text("text/output-differs", new("folder", folder), new("findings", findings.Length.ToString())));
        return ExitCodeOf(findings, options.Checks.FailOn);
    }

    private static void CheckTarget(WritingChoices writing, IEnumerable<InputFile> inputs)
    {
        if (writing.Output is { } path && path != "-") AtomicFile.Check(writing.FileOptions(path, inputs));
    }

    private static void Write(Options options, Voice voice, Action<TextWriter> write)
    {
        if (options.Writing.Output is { } path && path != "-")
        {
            var replaces = File.Exists(path);
            AtomicFile.Write(options.Writing.FileOptions(path, []), stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                write(text);
            });
            if (options.Writing.DryRun) voice.Streams.Out.WriteLine(Summary.Planned(path, null, replaces, voice.Texts));
        }
        else write(voice.Loudness == Loudness.Silent ? TextWriter.Null : voice.Streams.Out);
    }

    private static ReportOrder Order(Options options, Voice voice) => new()
    {
        Format = options.Format,
        Language = voice.Texts.Language,
        ShowValues = options.ShowValues,
        FailOn = options.Checks.FailOn,
        Colour = voice.OutHasColour && options.Writing.Output is null or "-",
    };
}
