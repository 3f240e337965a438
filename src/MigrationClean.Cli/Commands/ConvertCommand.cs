using System.CommandLine;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands;

/// <summary><c>convert</c>: an export in another format, not anonymised; for the office only.</summary>
internal static class ConvertCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required ReadingChoices Reading { get; init; }

        public required WritingChoices Writing { get; init; }

        public required string Format { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var reading = new ReadingArguments();
        var writing = new WritingArguments("help/option/output-file");
        var to = new ValueOption("--to", OptionGroup.Output)
        {
            ValueName = "FORMAT",
            Allowed = Words.DataFormats,
            Shown = ["ndjson"],
            TextKey = "help/option/to-convert",
        };

        var command = new Command("convert");
        reading.AddTo(command);
        command.Options.Add(to);
        writing.AddTo(command);
        foreach (var later in (string[])["--labels", "--typed", "--table", "--sav-codes"]) command.Options.Add(new LaterOption(later));

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Reading = reading.Read(result, line),
                Writing = writing.ReadRequired(line, "convert"),
                Format = line.One(to) ?? throw UsageMistake.Of("missing-option", ("verb", "convert"), ("option", "--to FORMAT")),
            };
            if (options.Format != "ndjson") throw UsageMistake.Of("later-format", ("typed", options.Format), ("verb", "convert"), ("allowed", "ndjson"));
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var settings = voice.ReadSettings(options.Common);
        var request = await Voice.OpenAsync(() => Requests.Validate(options.Reading, null, settings, voice.Streams), cancellation);
        var output = options.Writing.Output!;
        var file = options.Writing.FileOptions(output, [.. request.Exports, .. request.Forms]);
        if (output != "-") AtomicFile.Check(file);
        var replaces = File.Exists(output);

        var submissions = await voice.WorkAsync(progress => stages.Read(request with { Progress = progress }, cancellation));
        if (output != "-") AtomicFile.Write(file, stream => stages.WriteNdjson(submissions, stream));
        else
        {
            using var stream = options.Writing.DryRun ? Stream.Null : voice.Streams.OpenOut();
            stages.WriteNdjson(submissions, stream);
        }

        if (options.Writing.DryRun && output != "-")
            voice.Streams.Out.WriteLine(Summary.Planned(output, submissions.Main.RowCount, replaces, voice.Texts));

        var shown = output == "-" ? voice.Text("text/stdout") : output;
        voice.Say(voice.Text("text/converted", new("submissions", submissions.Main.RowCount.ToString()), new("file", shown)));
        voice.Warn("text/not-anonymised");
        return ExitCode.Done;
    }
}
