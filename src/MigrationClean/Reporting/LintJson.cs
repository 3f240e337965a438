using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>What <c>lint</c> found in a form as one line of JSON: the contract of machine-interfaces §4, and <c>why</c> at the end.</summary>
internal static class LintJson
{
    /// <summary>Writes the line.</summary>
    public static void Write(LintResult form, ReportOptions options, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var text = new FindingText(Messages.For(options.Language), showValues: true);
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.Version);
            json.WriteString("tool", $"migrationclean {options.ToolVersion}");
            json.WriteString("form", form.Form);
            json.WriteStartArray("findings");
            foreach (var finding in form.Findings) Write(json, finding, text);
            json.WriteEndArray();
            json.WriteBoolean("ok", form.Findings.All(f => f.Severity < Severity.Error));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Finding finding, FindingText text)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Check.Code);
        json.WriteString("rule", finding.Check.Name);
        json.WriteString("severity", FindingText.Name(finding.Severity));
        json.WriteString("stage", StageOf(finding));
        json.WriteString("sheet", finding.Location.Sheet);
        if (finding.Location.Row is { } row) json.WriteNumber("row", row);
        else json.WriteNull("row");
        json.WriteString("column", finding.Location.Column);
        json.WriteString("text", finding.Value);
        json.WriteString("message", text.Message(finding));
        json.WriteString("fix", text.Text(finding, "fix"));
        json.WriteString("why", text.Text(finding, "why"));
        json.WriteEndObject();
    }

    // What a rule finds as mere advice in this case, no tool says.
    private static string? StageOf(Finding finding)
    {
        if (AllLintRules.Find(finding.Check.Code) is not { Stage: { } stage } rule) return null;
        return finding.Severity < Severity.Warning && rule.Severity >= Severity.Warning ? null : stage.ToString().ToLowerInvariant();
    }
}
