using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Reporting;

namespace MigrationClean.Cli.Commands;

/// <summary><c>explain</c>: what a check means, why the rules of one submission say what they say, or what a release did to a question.</summary>
internal static class ExplainCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public string? Submission { get; init; }

        public string? Pseudonym { get; init; }

        public string? Key { get; init; }

        public string? Manifest { get; init; }

        public string? Question { get; init; }

        public string? At { get; init; }

        public string? Labels { get; init; }

        public ImmutableArray<string> Rules { get; init; } = [];

        public required string Format { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments("explained", "CODE|EXPORT", isOptional: true);
        var submission = new ValueOption("--submission", OptionGroup.Selection) { ValueName = "KEY" };
        var pseudonym = new ValueOption("--pseudonym", OptionGroup.Selection) { ValueName = "TOKEN" };
        var key = new ValueOption("--key", OptionGroup.Selection) { ValueName = "FILE", SettingsKey = "key", TextKey = "help/option/key-explain" };
        var manifest = new ValueOption("--manifest", OptionGroup.Selection) { ValueName = "FILE" };
        var question = new ValueOption("--question", OptionGroup.Selection) { ValueName = "NAME" };
        var place = new ValueOption("--at", OptionGroup.Selection) { ValueName = "PATH", TextKey = "help/option/at-explain" };
        var labels = new ValueOption("--labels", OptionGroup.Output) { ValueName = "LANGUAGE" };
        var rules = CheckArguments.RulesOption();
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = ["text", "json"], Default = "text" };
        var writing = new WritingArguments("help/option/output-report");

        var command = new Command("explain");
        reading.AddTo(command);
        foreach (var option in (Option[])[submission, pseudonym, key, question, place, rules, manifest, format, labels]) command.Options.Add(option);
        writing.AddTo(command);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.Read(line),
                Submission = line.One(submission),
                Pseudonym = line.One(pseudonym),
                Key = line.One(key),
                Manifest = line.One(manifest),
                Question = line.One(question),
                At = line.One(place),
                Labels = line.One(labels),
                Rules = line.Many(rules),
                Format = line.One(format) ?? "text",
            };
            Check(options);
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        if (options.Manifest is { } named) return await ExplainColumnAsync(named, options, voice);
        if (options.Submission is null && options.Pseudonym is null)
        {
            var typed = options.Reading.Exports[0];
            CheckTarget(options.Writing, []);
            var (language, number) = (voice.Texts.Language, ProgramVersion.Number);
            var isCheck = Write(options, voice, output => CheckExplanation.Write(typed, options.Format, language, number, output));
            if (!isCheck && !await IsRuleAsync(options, typed, voice, cancellation)) throw Unknown(typed);
            return ExitCode.Done;
        }

        var settings = voice.ReadSettings(options.Common);
        var read = await Voice.OpenAsync(() => Requests.Validate(options.Reading, null, settings, voice.Streams), cancellation);
        CheckTarget(options.Writing, [.. read.Exports, .. read.Forms]);
        var release = Requests.WithKey(settings.Release, options.Key, read, null);
        if (options.Pseudonym is not null && release.KeyFile is null) throw UsageMistake.Of("missing-option", ("verb", "explain"), ("option", "--key FILE"));
        var asked = new ExplanationRequest
        {
            Key = options.Submission ?? "",
            Pseudonym = options.Pseudonym,
            Release = release,
            Question = options.Question,
            At = options.At,
            Checks = read.Checks with { Labels = options.Labels },
            Now = options.Reading.Now,
        };
        await voice.WorkAsync(progress =>
        {
            var submissions = stages.Read(read with { Progress = progress }, cancellation);
            return Write(options, voice, output =>
            {
                SubmissionExplanation.Write(submissions, asked, options.Format, voice.Texts.Language, ProgramVersion.Number, output);
                return true;
            });
        });
        return ExitCode.Done;
    }

    private static async Task<bool> IsRuleAsync(Options options, string typed, Voice voice, CancellationToken cancellation)
    {
        var named = options.Rules.IsEmpty ? voice.ReadSettings(options.Common).LogicalChecks : options.Rules;
        var tables = await Voice.OpenAsync(() => Requests.Open(named, voice.Streams), cancellation);
        return Write(options, voice, output => RuleExplanation.Write(typed, tables, options.Format, voice.Texts.Language, ProgramVersion.Number, output));
    }

    private static async Task<ExitCode> ExplainColumnAsync(string named, Options options, Voice voice)
    {
        var manifest = await Voice.OpenAsync(() => Requests.Open(named, voice.Streams), CancellationToken.None);
        CheckTarget(options.Writing, [manifest]);
        Write(options, voice, output =>
        {
            ColumnExplanation.Write(manifest, options.Question!, options.Format, voice.Texts.Language, ProgramVersion.Number, output);
            return true;
        });
        return ExitCode.Done;
    }

    private static void Check(Options options)
    {
        foreach (var (first, second) in Excluding(options)) throw UsageMistake.Of("excludes", ("first", first), ("second", second));
        if (options is { Manifest: not null, Question: null }) throw Missing("--question NAME");
        if (options is { Key: not null, Pseudonym: null }) throw Missing("--pseudonym TOKEN");
        if (options.Manifest is not null) return;
        if (options.Reading.Exports.IsEmpty) throw UsageMistake.Of("missing-argument", ("command", $"{ProgramVersion.Name} explain"), ("argument", "CODE|EXPORT"));
        if (options.Submission is not null || options.Pseudonym is not null) return;

        var isOfSubmission = !options.Reading.Forms.IsEmpty || options.Question is not null || options.At is not null || File.Exists(options.Reading.Exports[0]);
        if (isOfSubmission) throw Missing("--submission KEY");
        if (options.Reading.Exports.Length > 1) throw UsageMistake.Of("too-many", ("command", $"{ProgramVersion.Name} explain"), ("typed", options.Reading.Exports[1]));
    }

    private static IEnumerable<(string First, string Second)> Excluding(Options options)
    {
        if (options is { Question: not null, At: not null }) yield return ("--question", "--at");
        if (options is { Submission: not null, Pseudonym: not null }) yield return ("--submission", "--pseudonym");
        if (options.Manifest is null) yield break;
        if (!options.Reading.Exports.IsEmpty) yield return ("--manifest", "EXPORT");
        if (options.Submission is not null) yield return ("--manifest", "--submission");
        if (options.Pseudonym is not null) yield return ("--manifest", "--pseudonym");
    }

    private static InputException Missing(string option) => UsageMistake.Of("missing-option", ("verb", "explain"), ("option", option));

    private static InputException Unknown(string typed)
    {
        var near = Suggestion.For(typed, CheckNames.All.Where(name => name.Contains('-', StringComparison.Ordinal)));
        return near is null ? UsageMistake.Of("no-code", ("typed", typed)) : UsageMistake.Of("no-code-near", ("typed", typed), ("near", near));
    }

    private static void CheckTarget(WritingChoices writing, IEnumerable<InputFile> inputs)
    {
        if (writing.Output is { } path && path != "-") AtomicFile.Check(writing.FileOptions(path, inputs));
    }

    // Made in memory first: a refusal leaves nothing behind.
    private static bool Write(Options options, Voice voice, Func<TextWriter, bool> write)
    {
        using var made = new StringWriter { NewLine = "\n" };
        if (!write(made)) return false;
        if (options.Writing.Output is { } path && path != "-")
        {
            AtomicFile.Write(options.Writing.FileOptions(path, []), stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                text.Write(made.ToString());
            });
        }
        else if (voice.Loudness != Loudness.Silent) voice.Streams.Out.Write(made.ToString());

        return true;
    }
}
