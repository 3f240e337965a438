using System.Text.Json;

namespace MigrationClean.Expressions.Batch;

/// <summary>Answers as JSON.</summary>
/// <remarks>Source: machine-interfaces §5.</remarks>
internal static class AnswerJson
{
    /// <summary>The fields of one dialect's answer, or of both with whether they agree.</summary>
    public static void Write(Utf8JsonWriter json, EvaluationAnswer first, EvaluationAnswer? second)
    {
        if (second is null)
        {
            WriteFields(json, first);
            return;
        }

        json.WriteString("type", "both");
        json.WriteNull("value");
        json.WriteStartObject("javarosa");
        WriteFields(json, first);
        json.WriteEndObject();
        json.WriteStartObject("enketo");
        WriteFields(json, second);
        json.WriteEndObject();
        json.WriteBoolean("agree", first.Agrees(second));
    }

    private static void WriteFields(Utf8JsonWriter json, EvaluationAnswer answer)
    {
        json.WriteString("type", answer.Type);
        WriteValue(json, answer);
        if (answer.Code is { } code)
        {
            json.WriteString("code", code);
            json.WriteNumber("position", answer.Position);
            json.WriteString("message", answer.Message);
        }

        if (answer.Reason is { } reason) json.WriteString("reason", reason);
    }

    private static void WriteValue(Utf8JsonWriter json, EvaluationAnswer answer)
    {
        json.WritePropertyName("value");
        switch (answer.Type)
        {
            case "number" when double.IsFinite(answer.Number):
                json.WriteNumberValue(answer.Number == 0 ? 0 : answer.Number);
                break;
            case "number":
                json.WriteStringValue(double.IsNaN(answer.Number) ? "NaN" : answer.Number > 0 ? "Infinity" : "-Infinity");
                break;
            case "boolean":
                json.WriteBooleanValue(answer.Number != 0);
                break;
            case "nodeset":
                json.WriteStartArray();
                foreach (var text in answer.Texts) json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            case "string" or "date":
                json.WriteStringValue(answer.Texts[0]);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
