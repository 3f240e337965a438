using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Expressions.Batch;
using MigrationClean.Files;

namespace MigrationClean.Cli.Commands;

/// <summary><c>eval</c>: an expression's value, by itself, on an instance or on a submission; or the answers to many lines.</summary>
internal static class EvalCommand
{
    /// <summary>What the line says.</summary>
    internal sealed record Options
    {
        public required CommonChoices Common { get; init; }

        public required EvalChoices Asked { get; init; }

        public required WritingChoices Writing { get; init; }

        public required string Format { get; init; }
    }

    public static Command Create(Func<Options, Voice, CancellationToken, Task<ExitCode>> run, CommonArguments common, Surroundings at)
    {
        var asked = new EvalArguments();
        var writing = new WritingArguments("help/option/output-report");
        var format = new ValueOption("--format", OptionGroup.Output, "-f") { ValueName = "NAME", Allowed = ["text", "json"], Default = "text" };

        var command = new Command("eval");
        asked.AddTo(command);
        command.Options.Add(format);
        writing.AddTo(command);

        command.SetAction(async (result, cancellation) =>
        {
            var line = new Line(result, at.Streams.Environment);
            var options = new Options
            {
                Common = common.Read(line),
                Asked = asked.Read(result, line),
                Writing = writing.Read(line),
                Format = line.One(format) ?? "text",
            };
            return (int)await run(options, at.VoiceFor(options.Common), cancellation);
        });
        return command;
    }

    public static async Task<ExitCode> RunAsync(Options options, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var asked = options.Asked;
        var project = voice.ReadSettings(options.Common);
        var settings = new EvaluationSettings
        {
            Dialect = asked.Dialect,
            Now = asked.Now ?? voice.Streams.Clock.GetUtcNow(),
            Zone = (asked.TimeZone ?? project.TimeZone) is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : TimeZoneInfo.Utc,
            Language = voice.Texts.Language,
        };
        if (asked.Batch is { } batch) return await AnswerAsync(batch, options, settings, voice, stages, cancellation);

        var instance = asked.Instance is { } file ? await Voice.OpenAsync(() => Requests.Open(file, voice.Streams), cancellation) : null;
        CheckTarget(options.Writing, instance);
        var answers = asked.Exports.IsEmpty
            ? await voice.WorkAsync(_ => ExpressionBatch.Evaluate(asked.Expression!, instance, asked.At, asked.Type, settings))
            : await voice.WorkAsync(progress => stages.EvaluateSubmission(asked, project, settings, voice.Streams, progress, cancellation));
        Write(options, voice, output => WriteAnswers(answers, options, output));
        if (options.Format == "text") TellErrors(answers, asked.Expression!, voice);
        return answers.Any(answer => answer.Type == "error") ? ExitCode.Findings : ExitCode.Done;
    }

    private static async Task<ExitCode> AnswerAsync(
        string batch, Options options, EvaluationSettings settings, Voice voice, Stages stages, CancellationToken cancellation)
    {
        var lines = await Voice.OpenAsync(() => Requests.Open(batch, voice.Streams), cancellation);
        var fixtures = options.Asked.Fixtures is { } file ? await Voice.OpenAsync(() => Requests.Open(file, voice.Streams), cancellation) : null;
        CheckTarget(options.Writing, lines, fixtures);
        await voice.WorkAsync(_ =>
        {
            Write(options, voice, output => stages.AnswerLines(lines, fixtures, settings, output, cancellation));
            return ExitCode.Done;
        });
        return ExitCode.Done;
    }

    private static void CheckTarget(WritingChoices writing, params InputFile?[] inputs)
    {
        if (writing.Output is { } path && path != "-") AtomicFile.Check(writing.FileOptions(path, inputs.OfType<InputFile>()));
    }

    private static void Write(Options options, Voice voice, Action<TextWriter> write)
    {
        if (options.Writing.Output is { } path && path != "-")
        {
            AtomicFile.Write(options.Writing.FileOptions(path, []), stream =>
            {
                using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                write(text);
            });
        }
        else write(voice.Loudness == Loudness.Silent ? TextWriter.Null : voice.Streams.Out);
    }

    private static void WriteAnswers(IReadOnlyList<EvaluationAnswer> answers, Options options, TextWriter output)
    {
        if (options.Format == "json")
        {
            WriteJson(answers, options.Asked.Expression!, output);
            return;
        }

        // Two answers that agree are one.
        var named = answers.Count > 1 && !ExpressionBatch.Agree(answers);
        var names = new[] { "javarosa", "enketo" };
        foreach (var (answer, i) in (named ? answers : answers.Take(1)).Select((a, i) => (a, i)))
        {
            var head = named ? $"{names[i]}: " : "";
            foreach (var text in answer.Texts) output.WriteLine($"{head}{text}");
            if (answer.Type == "nodeset" && answer.Texts.IsEmpty && named) output.WriteLine(head.TrimEnd());
            if (answer.Type == "error" && named) output.WriteLine($"{head}{answer.Code}");
            if (answer.Reason is { } reason) output.WriteLine($"{head}notEvaluable: {reason}");
        }
    }

    private static void WriteJson(IReadOnlyList<EvaluationAnswer> answers, string expression, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", $"{ProgramVersion.Name} {ProgramVersion.Number}");
            json.WriteString("expr", expression);
            ExpressionBatch.WriteFields(answers, json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void TellErrors(IReadOnlyList<EvaluationAnswer> answers, string expression, Voice voice)
    {
        foreach (var answer in answers.Where(a => a.Type == "error").DistinctBy(a => (a.Code, a.Position, a.Message)))
            voice.TellError(answer.Code!, answer.Message!, expression, answer.Position);
    }
}
