using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>
/// For code-scanning views: SARIF 2.1.0 (OASIS standard, 2020). Never holds an answer, whatever was asked for: such views are shared
/// widely.
/// </summary>
/// <remarks>GitHub takes 25,000 results a run: above, the gravest are written and one result says how many are not.</remarks>
internal sealed class SarifReport : IReportFormat
{
    /// <summary>Results of one run that code-scanning views take.</summary>
    public const int MostResults = 25_000;

    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <inheritdoc/>
    public string Name => "sarif";

    /// <inheritdoc/>
    public void Write(ValidateResult result, ReportOptions options, Stream output) => WriteRun(
        new SarifRun("validate", [.. AllChecks.List.Select(c => new SarifRule(c.Id, c.Severity, c.Evidence))], Artifacts(result), result.Report.Findings), options, output);

    /// <inheritdoc/>
    public void Write(IReadOnlyList<LintResult> forms, ReportOptions options, Stream output) => WriteRun(
        new SarifRun(
            "lint",
            [.. AllLintRules.List.Select(r => new SarifRule(r.Id, r.Severity, Evidence.Fact))],
            [.. forms.Select(form => (form.Form, form.Sha256.Length > 0 ? form.Sha256 : null))],
            [.. forms.SelectMany(form => form.Findings)]),
        options,
        output);

    private static void WriteRun(SarifRun run, ReportOptions options, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, run.Rules, options);
            json.WriteString("columnKind", "unicodeCodePoints");
            json.WriteStartObject("automationDetails");
            json.WriteString("id", $"migrationclean/{run.Verb}/");
            json.WriteEndObject();
            WriteArtifacts(json, run.Artifacts);
            WriteInvocation(json, run, options);
            json.WriteStartArray("results");
            WriteResults(json, run, options);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteTool(Utf8JsonWriter json, ImmutableArray<SarifRule> rules, ReportOptions options)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "migrationclean");
        json.WriteString("semanticVersion", options.ToolVersion);
        json.WriteStartArray("rules");
        foreach (var rule in rules) rule.Write(json, Messages.For(options.Language));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>
    /// The inputs and the forms. Forms alone get a digest: that of an export would let anybody test whether they hold the same personal
    /// data.
    /// </summary>
    private static ImmutableArray<(string File, string? Sha256)> Artifacts(ValidateResult result)
    {
        var inputs = result.Submissions.Inputs.Select(input => (input.File, (string?)null));
        var forms = result.Submissions.Forms.Select(form => (form.Source, form.Sha256.Length > 0 ? form.Sha256 : null));
        return [.. inputs.Concat(forms).Distinct()]; // the schema wants them unique, and a file may be given twice
    }

    private static void WriteArtifacts(Utf8JsonWriter json, ImmutableArray<(string File, string? Sha256)> artifacts)
    {
        json.WriteStartArray("artifacts");
        foreach (var (file, sha256) in artifacts)
        {
            json.WriteStartObject();
            json.WriteStartObject("location");
            json.WriteString("uri", UriOf(file));
            json.WriteString("uriBaseId", "%SRCROOT%");
            json.WriteEndObject();
            if (sha256 is not null)
            {
                json.WriteStartObject("hashes");
                json.WriteString("sha-256", sha256);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteInvocation(Utf8JsonWriter json, SarifRun run, ReportOptions options)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteNumber("exitCode", options.FailOn is { } limit && run.Findings.Any(f => f.Severity >= limit) ? 1 : 0);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResults(Utf8JsonWriter json, SarifRun run, ReportOptions options)
    {
        var text = new FindingText(Messages.For(options.Language), showValues: false);
        var findings = run.Findings;
        var written = findings.Length <= MostResults ? findings : Gravest(findings);
        foreach (var finding in written) SarifResult.Write(json, finding, text.Message(finding), run, options.FindingKey.AsSpan());
        if (written.Length == findings.Length) return;

        var rest = findings.GroupBy(f => f.Check.Code).MaxBy(g => g.Count())!.First() with
        {
            Severity = Severity.Notice,
            Question = null,
            SubmissionId = null,
            RowPath = null,
        };
        SarifResult.Write(json, rest, text.Counted("more-findings", findings.Length - written.Length), run, options.FindingKey.AsSpan());
    }

    private static ImmutableArray<Finding> Gravest(ImmutableArray<Finding> findings)
    {
        var chosen = findings.Index().OrderByDescending(f => f.Item.Severity).Take(MostResults - 1);
        return [.. chosen.OrderBy(f => f.Index).Select(f => f.Item)];
    }

    /// <summary>A relative reference as RFC 3986 writes it.</summary>
    public static string UriOf(string file) => string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));

    /// <summary>A whole number without separators.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
