using System.Globalization;
using System.Text;
using System.Text.Json;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;
using MigrationClean.Files;
using MigrationClean.Forms;

namespace MigrationClean.Reporting;

/// <summary>Answers JSON lines, those with whole records too.</summary>
/// <remarks>Source: machine-interfaces §5.</remarks>
public static class RecordAnswers
{
    /// <summary>Answers every line, in order; blank lines are skipped. Forms of the fixtures are read once each.</summary>
    /// <param name="lines">JSON lines.</param>
    /// <param name="fixtures">Instances and forms, or <see langword="null"/>.</param>
    /// <param name="settings">What holds for lines that do not say otherwise.</param>
    /// <param name="output">Where the answers go, a JSON object a line.</param>
    /// <param name="cancellation">Stops between two lines.</param>
    /// <exception cref="Diagnostics.InputException">A line, a fixture or a form is not what it should be.</exception>
    public static void Run(InputFile lines, InputFile? fixtures, EvaluationSettings settings, TextWriter output, CancellationToken cancellation = default)
    {
        var forms = new Dictionary<string, Form>(StringComparer.Ordinal);
        ExpressionBatch.Run(lines, fixtures, settings with { Records = (line, form, json) => Answer(line, form, json, settings, forms) }, output, cancellation);
    }

    private static void Answer(JsonElement line, JsonElement source, Utf8JsonWriter json, EvaluationSettings settings, Dictionary<string, Form> forms)
    {
        var name = Text(line, "form")!;
        if (!forms.TryGetValue(name, out var form)) forms.Add(name, form = FormReader.Read(JsonForm.Parse(name, Encoding.UTF8.GetBytes(source.GetRawText()))));
        RecordRun Run(Dialect dialect) => new(line.GetProperty("record"), form, dialect, NowOf(line) ?? settings.Now, ZoneOf(line) ?? settings.Zone);
        if (DialectOf(line, settings) is var asked && asked != DialectChoice.Both)
        {
            Write(Run(asked == DialectChoice.Enketo ? Dialect.Enketo : Dialect.JavaRosa), json);
            return;
        }

        var (phone, browser) = (Run(Dialect.JavaRosa), Run(Dialect.Enketo));
        json.WriteString("type", "both");
        json.WriteNull("value");
        json.WriteStartObject("javarosa");
        Write(phone, json);
        json.WriteEndObject();
        json.WriteStartObject("enketo");
        Write(browser, json);
        json.WriteEndObject();
        json.WriteBoolean("agree", Agree(phone, browser));
    }

    // As validate tells what depends on the client: a calculation is wrong whatever each client would have stored.
    private static bool Agree(RecordRun phone, RecordRun browser)
    {
        static IEnumerable<(string, ViolationKind, string?)> Keys(RecordRun run) =>
            run.Violations.Select(v => (v.Path, v.Kind, v.Kind == ViolationKind.Choice ? v.Value : null));
        return Keys(phone).SequenceEqual(Keys(browser)) && phone.NotRelevant().SequenceEqual(browser.NotRelevant());
    }

    private static void Write(RecordRun run, Utf8JsonWriter json)
    {
        json.WriteString("type", "record");
        json.WriteStartArray("violations");
        foreach (var violation in run.Violations) Write(violation, json);
        json.WriteEndArray();
        json.WriteStartArray("not_relevant");
        foreach (var path in run.NotRelevant()) json.WriteStringValue(path);
        json.WriteEndArray();
    }

    private static void Write(RecordViolation violation, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("path", violation.Path);
        json.WriteString("kind", WordOf(violation.Kind));
        json.WriteString("code", violation.Code);
        switch (violation.Kind)
        {
            case ViolationKind.Choice:
                json.WriteString("value", violation.Value);
                break;
            case ViolationKind.Calculation:
                json.WriteString("expected", violation.Expected);
                break;
            case ViolationKind.RepeatCount:
                json.WriteNumber("expected", int.Parse(violation.Expected!, CultureInfo.InvariantCulture));
                json.WriteNumber("actual", int.Parse(violation.Value!, CultureInfo.InvariantCulture));
                break;
            default:
                break;
        }

        json.WriteEndObject();
    }

    private static string WordOf(ViolationKind kind) => kind switch
    {
        ViolationKind.NotRelevant => "not-relevant",
        ViolationKind.Required => "required",
        ViolationKind.Constraint => "constraint",
        ViolationKind.Calculation => "calculate",
        ViolationKind.Choice => "choice",
        _ => "repeat-count",
    };

    private static DialectChoice DialectOf(JsonElement line, EvaluationSettings settings) => Text(line, "dialect") switch
    {
        null => settings.Dialect,
        "auto" => DialectChoice.Auto,
        "javarosa" => DialectChoice.JavaRosa,
        "enketo" => DialectChoice.Enketo,
        "both" => DialectChoice.Both,
        _ => throw new FormatException("dialect"),
    };

    private static DateTimeOffset? NowOf(JsonElement line) => Text(line, "now") is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now) ? now : throw new FormatException("now");

    private static TimeZoneInfo? ZoneOf(JsonElement line) => Text(line, "tz") is not { } id ? null
        : TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : throw new FormatException("tz");

    private static string? Text(JsonElement line, string name)
    {
        if (!line.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new FormatException(name);
    }
}
