using System.Text.Json;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>A check or a lint rule as a SARIF rule: its texts come from the message files, their places stand as they are.</summary>
/// <param name="Id">Its code and name.</param>
/// <param name="Severity">The severity of its findings.</param>
/// <param name="Evidence">What they rest on.</param>
internal sealed record SarifRule(CheckId Id, Severity Severity, Evidence Evidence)
{
    /// <summary>Writes the <c>reportingDescriptor</c>.</summary>
    public void Write(Utf8JsonWriter json, Messages messages)
    {
        var title = Template(messages, "title") ?? Id.Name;
        var why = Template(messages, "why") ?? title;
        var fix = Template(messages, "fix") ?? why;
        json.WriteStartObject();
        json.WriteString("id", Id.Code);
        json.WriteString("name", Pascal(Id.Name));
        WriteText(json, "shortDescription", title);
        WriteText(json, "fullDescription", why);
        json.WriteStartObject("help");
        json.WriteString("text", fix);
        json.WriteString("markdown", $"**{title}**: {why}\n\n{fix}");
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", LevelOf(Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteStartArray("tags");
        json.WriteStringValue(Id.Family.ToLowerInvariant());
        json.WriteStringValue(JsonReport.EvidenceName(Evidence));
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

    private string? Template(Messages messages, string part) =>
        messages.Has(Id.Code, part) ? messages.Template(Id.Code, part) : null;

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    // SARIF §3.49.7: the name is an identifier such as ChoiceNotInList.
    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
