using System.Text.Json;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>A check as a SARIF rule: its texts come from the message files, their places stand as they are.</summary>
internal static class SarifRule
{
    /// <summary>Writes the <c>reportingDescriptor</c>.</summary>
    public static void Write(Utf8JsonWriter json, Check check, Messages messages)
    {
        var title = Template(messages, check, "title") ?? check.Id.Name;
        var why = Template(messages, check, "why") ?? title;
        var fix = Template(messages, check, "fix") ?? why;
        json.WriteStartObject();
        json.WriteString("id", check.Id.Code);
        json.WriteString("name", Pascal(check.Id.Name));
        WriteText(json, "shortDescription", title);
        WriteText(json, "fullDescription", why);
        json.WriteStartObject("help");
        json.WriteString("text", fix);
        json.WriteString("markdown", $"**{title}**: {why}\n\n{fix}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(check.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(check.Id.Family.ToLowerInvariant());
        json.WriteStringValue(JsonReport.EvidenceName(check.Evidence));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The severity in SARIF's words.</summary>
    public static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private static string? Template(Messages messages, Check check, string part) =>
        messages.Has(check.Id.Code, part) ? messages.Template(check.Id.Code, part) : null;

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // SARIF §3.49.7: the name is an identifier such as ChoiceNotInList.
    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
