using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;
using MigrationClean.Submissions;

namespace MigrationClean.Reporting;

/// <summary>
/// For programs: the contract of machine-interfaces §3. Keys and codes are English in every language; fields are only ever added.
/// </summary>
internal sealed class JsonReport : IReportFormat
{
    /// <summary>Version of the contract.</summary>
    public const int Version = 1;

    /// <inheritdoc/>
    public string Name => "json";

    /// <inheritdoc/>
    public void Write(ValidateResult result, ReportOptions options, Stream output)
    {
        // Cyrillic stays readable; the report is a file or a pipe, never a part of a page.
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var text = new FindingText(Messages.For(options.Language), options.ShowValues);
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("tool", $"migrationclean {options.ToolVersion}");
            json.WriteNumber("submissions", result.Report.Submissions);
            json.WriteStartArray("inputs");
            foreach (var input in result.Submissions.Inputs) WriteInput(json, input);
            json.WriteEndArray();
            json.WriteStartArray("findings");
            foreach (var finding in result.Report.Findings) WriteFinding(json, finding, text, options);
            json.WriteEndArray();
            json.WriteStartArray("notJudged");
            foreach (var rule in result.Report.NotJudged) WriteNotJudged(json, rule, text);
            json.WriteEndArray();
            WriteCounts(json, result.Report);
            json.WriteBoolean("ok", ValidateReport.IsOk(result, options.FailOn));
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyList<LintResult> forms, ReportOptions options, Stream output)
    {
        foreach (var form in forms) LintJson.Write(form, options, output);
    }

    private static void WriteInput(Utf8JsonWriter json, ExportLayout input)
    {
        json.WriteStartObject();
        json.WriteString("file", input.File);
        json.WriteString("family", input.Family.ToString());
        json.WriteString("language", input.Language);
        WriteFlag(json, "groups", input.Groups);
        json.WriteString("separator", input.GroupSeparator);
        json.WriteString("selectMultiple", input.SelectMultiple switch
        {
            SelectMultipleLayout.Single => "single",
            SelectMultipleLayout.Separate => "separate",
            SelectMultipleLayout.Both => "both",
            _ => null,
        });
        WriteFlag(json, "typed", input.Typed);
        WriteFlag(json, "media", input.Media);
        WriteFlag(json, "hxl", input.Hxl);
        json.WriteStartArray("tables");
        foreach (var (table, sheet, rows) in input.Tables)
        {
            json.WriteStartObject();
            json.WriteString("table", table);
            json.WriteString("sheet", sheet);
            json.WriteNumber("rows", rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, FindingText text, ReportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Check.Code);
        json.WriteString("check", finding.Check.Name);
        json.WriteString("severity", FindingText.Name(finding.Severity));
        json.WriteString("file", finding.Location.File);
        json.WriteString("sheet", finding.Location.Sheet);
        if (finding.Location.Row is { } row) json.WriteNumber("row", row);
        else json.WriteNull("row");
        json.WriteString("column", finding.Location.Column);
        json.WriteString("question", finding.Question);
        json.WriteString("submission", finding.SubmissionId);
        json.WriteString("table", finding.Table);
        json.WriteString("rowPath", finding.RowPath);
        json.WriteString("path", finding.Path);
        json.WriteString("group", finding.Group);
        json.WriteStartObject("arguments");
        foreach (var argument in finding.Arguments)
            json.WriteString(argument.Name, argument.Sensitive && !options.ShowValues ? null : argument.Value);
        json.WriteEndObject();
        json.WriteString("message", text.Message(finding));
        json.WriteString("findingId", FindingId.Of(finding, options.FindingKey.AsSpan()));
        json.WriteString("evidence", EvidenceName(finding.Evidence));
        json.WriteEndObject();
    }

    /// <summary>The evidence as programs read it.</summary>
    public static string EvidenceName(Evidence evidence) => evidence switch
    {
        Evidence.Fact => "fact",
        Evidence.Suspicion => "suspicion",
        _ => "information",
    };

    private static void WriteNotJudged(Utf8JsonWriter json, NotJudged rule, FindingText text)
    {
        json.WriteStartObject();
        json.WriteString("code", rule.Check.Code);
        json.WriteString("check", rule.Check.Name);
        json.WriteString("question", rule.Question);
        json.WriteString("reason", text.Reason(rule));
        json.WriteNumber("submissions", rule.Submissions);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, CheckReport report)
    {
        json.WriteStartObject("counts");
        json.WriteStartObject("bySeverity");
        foreach (var severity in FindingText.Gravest)
            json.WriteNumber(FindingText.Name(severity), report.Findings.Count(f => f.Severity == severity));
        json.WriteEndObject();
        json.WriteStartObject("byCode");
        foreach (var code in report.Findings.CountBy(f => f.Check.Code).OrderBy(c => c.Key, StringComparer.Ordinal))
            json.WriteNumber(code.Key, code.Value);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFlag(Utf8JsonWriter json, string name, bool? value)
    {
        if (value is { } known) json.WriteBoolean(name, known);
        else json.WriteNull(name);
    }
}
