using System.Text;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Forms.Linting;
using MigrationClean.Reporting;

namespace MigrationClean.Tests.Reporting;

/// <summary>What <c>lint</c> found, in the formats for programs.</summary>
public sealed class LintReportTests
{
    private const string Rows = """{"type":"text","name":"a","label":"A","relevant":"${zz} = 1"}""";

    [Fact]
    public void Sarif_lists_all_rules_and_results_point_to_theirs()
    {
        using var json = JsonDocument.Parse(Write("sarif", Rows));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(AllLintRules.List.Select(r => r.Id.Code), rules.Select(r => r.GetProperty("id").GetString()));
        Assert.Equal("migrationclean/lint/", run.GetProperty("automationDetails").GetProperty("id").GetString());
        var result = Assert.Single(run.GetProperty("results").EnumerateArray());
        Assert.Equal("LINT-64", rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        Assert.Equal(1, run.GetProperty("invocations")[0].GetProperty("exitCode").GetInt32());
        Assert.Equal(2, result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void A_finding_keeps_its_fingerprint_when_rows_move() => Assert.Equal(
        Fingerprint(Write("sarif", Rows)),
        Fingerprint(Write("sarif", """{"type":"text","name":"b","label":"B"},""" + Rows)));

    [Fact]
    public void Junit_has_a_suite_a_form_and_a_case_a_rule()
    {
        var xml = System.Xml.Linq.XDocument.Parse(Write("junit", Rows));
        var suite = Assert.Single(xml.Root!.Elements());

        Assert.Equal(("form.json", $"{AllLintRules.List.Length}", "1"), (suite.Attribute("name")!.Value, suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
    }

    [Fact]
    public void Github_names_the_cell() => Assert.Equal(
        "::error file=form.json,line=2,col=4,title=LINT-64 ref-unknown::the form has no `zz`\n",
        Write("github", Rows));

    [Fact]
    public void Text_tells_findings_of_one_rule_and_remedy_together()
    {
        var text = Write("text", string.Join(',', Enumerable.Range(1, 12).Select(i => $$"""{"type":"text","name":"a{{i}}"}""")));

        Assert.StartsWith("error[LINT-37] label-missing: ", text, StringComparison.Ordinal);
        Assert.Equal(10, text.Split("-->").Length - 1);
        Assert.EndsWith("form.json: 12 findings (12 errors)\n", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.StartsWith("  fix:", StringComparison.Ordinal));
    }

    private static string? Fingerprint(string sarif)
    {
        using var json = JsonDocument.Parse(sarif);
        return json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty("migrationcleanPlace/v1").GetString();
    }

    private static string Write(string format, string rows)
    {
        var source = JsonForm.Parse("form.json", Encoding.UTF8.GetBytes($"{{\"survey\":[{rows}]}}"));
        using var stream = new MemoryStream();
        LintReport.Write(format, [Linter.Run(source, new())], new() { ToolVersion = "1.0.0", Language = Language.English }, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
