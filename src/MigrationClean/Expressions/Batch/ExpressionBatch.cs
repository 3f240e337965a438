using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Files;

namespace MigrationClean.Expressions.Batch;

/// <summary>Evaluates expressions that come as JSON lines, or one by one.</summary>
/// <remarks>Source: machine-interfaces §5, xpath §10.</remarks>
public static class ExpressionBatch
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers every line, in order; blank lines are skipped. O(lines); memory does not grow with them.</summary>
    /// <param name="lines">JSON lines.</param>
    /// <param name="fixtures">The fixtures, or <see langword="null"/>.</param>
    /// <param name="settings">What holds for lines that do not say otherwise.</param>
    /// <param name="output">Where the answers go, a JSON object a line.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="InputException">A line or a fixture is not what it should be: FILE-04.</exception>
    public static void Run(InputFile lines, InputFile? fixtures, EvaluationSettings settings, TextWriter output, CancellationToken cancellation = default)
    {
        var evaluator = new Evaluator(settings);
        var known = fixtures is null ? new FixtureFile(null) : FixtureFile.Read(fixtures);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Plain);
        using var stream = lines.Open();
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false));
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (string.IsNullOrWhiteSpace(line)) continue;
            buffer.ResetWrittenCount();
            json.Reset();
            try
            {
                Answer(line, known, evaluator, settings, json);
            }
            catch (Exception wrong) when (wrong is FormatException or JsonException)
            {
                var place = new Location { File = lines.Name, Row = number };
                throw wrong is JsonException
                    ? new InputException("FILE-04/batch-line", place)
                    : new InputException("FILE-04/batch-field", place, new FindingArgument("field", wrong.Message));
            }

            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
        }
    }

    /// <summary>Evaluates one expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="instance">The XML that it is evaluated on, or <see langword="null"/>.</param>
    /// <param name="at">Where it stands, e.g. <c>/data/person[2]/age</c>; <see langword="null"/> = the root element.</param>
    /// <param name="type">What the value is cast to.</param>
    /// <param name="settings">Dialect, clock, zone, language.</param>
    /// <returns>One answer; with <see cref="DialectChoice.Both"/> two, JavaRosa's first.</returns>
    /// <exception cref="InputException">FILE-04: the instance is no XML that can be read.</exception>
    public static IReadOnlyList<EvaluationAnswer> Evaluate(string expression, InputFile? instance, string? at, ResultType type, EvaluationSettings settings)
    {
        var fixture = Fixture.None;
        if (instance is not null)
        {
            using var stream = instance.Open();
            using var text = new StreamReader(stream);
            fixture = new() { Tree = XmlTree.Read(text) ?? throw new InputException("FILE-04/instance", new() { File = instance.Name }) };
        }

        var (first, second) = new Evaluator(settings).Evaluate(new() { Expression = expression, Path = at, Type = type }, fixture);
        return second is null ? [first] : [first, second];
    }

    /// <summary>Writes the answers of <see cref="Evaluate"/> as fields of a JSON object.</summary>
    /// <param name="answers">One or two.</param>
    /// <param name="json">Stands inside an object.</param>
    public static void WriteFields(IReadOnlyList<EvaluationAnswer> answers, Utf8JsonWriter json) => AnswerJson.Write(json, answers[0], answers.ElementAtOrDefault(1));

    /// <summary>Whether the answers of both dialects say the same; one alone does.</summary>
    public static bool Agree(IReadOnlyList<EvaluationAnswer> answers) => answers.Count < 2 || answers[0].Agrees(answers[1]);

    private static void Answer(string text, FixtureFile fixtures, Evaluator evaluator, EvaluationSettings settings, Utf8JsonWriter json)
    {
        using var document = JsonDocument.Parse(text);
        var line = document.RootElement;
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("id");
        json.WriteStartObject();
        json.WriteString("id", line.Text("id") ?? throw new FormatException("id"));
        if (line.Find("expr") is null && line.Find("record") is { } record)
        {
            if (settings.Records is null || record.ValueKind != JsonValueKind.Object) throw new FormatException("record");
            settings.Records(line, fixtures.Find(line.Text("form") ?? throw new FormatException("form"), "form").Source, json);
        }
        else
        {
            var asked = BatchLine.Read(line);
            var (first, second) = evaluator.Evaluate(asked, asked.Fixture is { } name ? fixtures.Find(name, "fixture") : Fixture.None);
            AnswerJson.Write(json, first, second);
        }

        json.WriteEndObject();
    }
}
