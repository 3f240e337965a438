using System.CommandLine;
using System.Text;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Files;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Cli.Commands;

/// <summary><c>lint</c>: what is wrong with forms, before anybody collects with them; writes only a report.</summary>
internal static class LintCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required IReadOnlyList<string> Forms { get; init; }

        public required WritingChoices Writing { get; init; }

        public required CheckChoices Checks { get; init; }

        public required string Format { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var forms = new Argument<string[]>("form") { HelpName = "FORM", Arity = ArgumentArity.OneOrMore };
        forms.Validators.Add(UsageErrors.RefuseOptions);
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = Words.ReportFormats, Default = "text" };
        var writing = new WritingArguments("help/option/output-report");
        var checks = new CheckArguments(() => CheckNames.LintRules);

        var command = new Command("lint") { forms, format };
        writing.AddTo(command);
        checks.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Forms = result.GetRequiredValue(forms),
                Writing = writing.Read(line),
                Checks = checks.Read(line),
                Format = line.One(format) ?? "text",
            };
            if (options.Forms.Count(name => name == "-") > 1) throw UsageMistake.Of("stdin-twice");
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        var forms = await Voice.OpenAsync(() => Requests.Open(options.Forms, voice.Streams), cancellation);
        var toFile = options.Writing.Output is { } path && path != "-" ? options.Writing.FileOptions(path, forms) : null;
        if (toFile is not null) AtomicFile.Check(toFile);

        var rules = new LintSettings { Select = options.Checks.Select, Ignore = [.. options.Checks.Ignore, .. settings.ChecksOff], Severities = settings.Severities };
        var results = await voice.WorkAsync(_ => stages.Lint(forms, rules, cancellation));
        cancellation.ThrowIfCancellationRequested();
        var order = new ReportOrder
        {
            Format = options.Format,
            Language = voice.Texts.Language,
            FailOn = options.Checks.FailOn,
            Colour = voice.OutHasColour && toFile is null,
        };
        if (toFile is null) stages.LintReport(order, results, voice.Loudness == Loudness.Silent ? TextWriter.Null : voice.Streams.Out);
        else WriteFile(toFile, text => stages.LintReport(order, results, text), options.Writing, voice);

        // The text report ends with these facts itself.
        if (options.Format != "text" || toFile is not null) voice.Say(Summary.Linted(results, options.Writing.Output, voice.Texts));
        return ValidateCommand.ExitCodeOf([.. results.SelectMany(form => form.Findings)], options.Checks.FailOn);
    }

    private static void WriteFile(OutputOptions file, Action<TextWriter> write, WritingChoices writing, Voice voice)
    {
        var replaces = File.Exists(file.Path);
        AtomicFile.Write(file, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            write(text);
        });
        if (writing.DryRun) voice.Streams.Out.WriteLine(Summary.Planned(file.Path, null, replaces, voice.Texts));
    }
}
