using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Files;
using MigrationClean.Monitoring;

namespace MigrationClean.Cli.Commands;

/// <summary><c>monitor</c>: the supervisor's evening view; figures and submission keys, no answers.</summary>
internal static class MonitorCommand
{
    private const string Workbook = "xlsx";

    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required CheckChoices Checks { get; init; }

        public required ImmutableArray<string> By { get; init; }

        public string? Audit { get; init; }

        public string? BackCheck { get; init; }

        public string? Consent { get; init; }

        public DateOnly? Day { get; init; }

        public required string Format { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments();
        var writing = new WritingArguments("help/option/output-report");
        var checks = new CheckArguments(() => CheckNames.Checks);
        var by = new ValueOption("--by", OptionGroup.Selection) { ValueName = "NAME,…", IsRepeatable = true, IsCommaList = true, Default = "enumerator" };
        var backCheck = new ValueOption("--backcheck", OptionGroup.Input) { ValueName = "EXPORT" };
        var audit = new ValueOption("--audit", OptionGroup.Input) { ValueName = "ZIP" };
        var consent = new ValueOption("--consent", OptionGroup.Selection) { ValueName = "QUESTION|none", SettingsKey = "consent.question" };
        var day = new ValueOption("--day", OptionGroup.Selection) { ValueName = "DATE" };
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = Words.MonitorFormats, Default = "text" };

        var command = new Command("monitor");
        reading.AddTo(command);
        checks.AddSampleTo(command);
        command.Options.Add(backCheck);
        command.Options.Add(audit);
        command.Options.Add(format);
        writing.AddTo(command);
        command.Options.Add(by);
        command.Options.Add(day);
        checks.AddSelectionTo(command);
        command.Options.Add(consent);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.Read(line),
                Checks = checks.ReadSelection(line),
                By = line.Many(by) is { IsEmpty: false } given ? [.. given.Distinct(StringComparer.Ordinal)] : new MonitorSettings().By,
                Audit = line.One(audit),
                BackCheck = line.One(backCheck),
                Consent = line.One(consent),
                Day = DayOf(line.One(day)),
                Format = line.One(format) ?? "text",
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        if (options is { Format: Workbook, Writing.Output: null } && voice.Streams.OutIsTerminal) throw UsageMistake.Of("missing-option", ("verb", "monitor -f xlsx"), ("option", "-o PATH"));
        var settings = voice.ReadSettings(options.Common);
        settings.RefuseLater(BearsOn.Validate);
        var request = await Voice.OpenAsync(() => Requests.Validate(options.Reading, options.Checks, settings, voice.Streams), cancellation);
        var consent = Requests.Consent(options.Consent, request.Checks.Consent);
        request = request with { Checks = request.Checks with { Consent = consent, Labels = settings.Labels, Reader = voice.Texts.Language } };
        if (options.Audit is { } audit) request = request with { Audit = Requests.Open(audit, voice.Streams) };
        var second = options.BackCheck is { } name ? Requests.Open(name, voice.Streams) : null;
        var inputs = second is null ? [.. request.Inputs] : request.Inputs.Append(second).ToList();
        var toFile = options.Writing.Output is { } path && path != "-" ? options.Writing.FileOptions(path, inputs) : null;
        if (toFile is not null) AtomicFile.Check(toFile);

        var wanted = new MonitorSettings { By = options.By, Today = options.Day };
        var report = await voice.WorkAsync(progress => stages.Monitor(request with { Progress = progress }, second, wanted, cancellation));
        cancellation.ThrowIfCancellationRequested();
        var order = new ReportOrder { Format = options.Format, Language = voice.Texts.Language, Labels = settings.Labels };
        Write(options, voice, toFile, stream => stages.MonitorReport(order, report, stream));

        var facts = voice.Text("text/monitored", new("interviews", report.Interviews.ToString(CultureInfo.InvariantCulture)), new("acts", report.Acts.ToString(CultureInfo.InvariantCulture)));
        voice.Say(toFile is null ? facts : $"{facts} → {toFile.Path}");
        return ExitCode.Done;
    }

    private static void Write(Options options, Voice voice, OutputOptions? file, Action<Stream> write)
    {
        if (file is not null)
        {
            var replaces = File.Exists(file.Path);
            AtomicFile.Write(file, write);
            if (options.Writing.DryRun) voice.Streams.Out.WriteLine(Summary.Planned(file.Path, null, replaces, voice.Texts));
            return;
        }

        // A workbook needs a stream that seeks.
        using var held = new MemoryStream();
        write(held);
        if (options.Writing.DryRun || voice.Loudness == Loudness.Silent) return;
        held.Position = 0;
        if (options.Format == Workbook)
        {
            using var output = voice.Streams.OpenOut();
            held.CopyTo(output);
            return;
        }

        using var text = new StreamReader(held);
        voice.Streams.Out.Write(text.ReadToEnd());
    }

    private static DateOnly? DayOf(string? typed)
    {
        if (typed is null) return null;
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw UsageMistake.Of("not-a-day", ("option", "--day"), ("typed", typed));
    }
}
