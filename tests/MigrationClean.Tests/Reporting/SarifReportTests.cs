using System.Text.Json;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Reporting;

public sealed class SarifReportTests
{
    [Fact]
    public void What_the_schema_requires_is_there()
    {
        using var json = JsonDocument.Parse(Reports.Write("sarif", Reports.Of(Reports.Misspelt)));
        var root = json.RootElement;
        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", root.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = root.GetProperty("runs")[0];
        Assert.Equal("migrationclean", run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
        Assert.Equal("unicodeCodePoints", run.GetProperty("columnKind").GetString());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        Assert.Equal(1, run.GetProperty("invocations")[0].GetProperty("exitCode").GetInt32());
        Assert.Equal(["export.csv", "form.xlsx"], run.GetProperty("artifacts").EnumerateArray().Select(a => a.GetProperty("location").GetProperty("uri").GetString()));
    }

    [Fact]
    public void Every_rule_has_texts_and_a_level_and_results_point_to_theirs()
    {
        using var json = JsonDocument.Parse(Reports.Write("sarif", Reports.Of(Reports.Misspelt)));
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(AllChecks.List.Select(c => c.Id.Code), rules.Select(r => r.GetProperty("id").GetString()));
        Assert.All(rules, rule =>
        {
            Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.NotEqual("", rule.GetProperty("fullDescription").GetProperty("text").GetString());
            Assert.NotEqual("", rule.GetProperty("help").GetProperty("text").GetString());
            Assert.Matches("^[A-Za-z]+$", rule.GetProperty("name").GetString());
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), new[] { "error", "warning", "note" });
        });
        foreach (var result in run.GetProperty("results").EnumerateArray())
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
    }

    [Fact]
    public void A_result_says_where_and_never_what_the_answer_was()
    {
        var text = Reports.Write("sarif", Reports.Of(Reports.Misspelt), showValues: true);
        Assert.DoesNotContain("femle", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        var place = result.GetProperty("locations")[0];
        var physical = place.GetProperty("physicalLocation");
        Assert.Equal("export.csv", physical.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(0, physical.GetProperty("artifactLocation").GetProperty("index").GetInt32());
        Assert.Equal(3, physical.GetProperty("region").GetProperty("startLine").GetInt32());
        Assert.Equal("main/sex", place.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
        Assert.Equal(64, result.GetProperty("partialFingerprints").GetProperty("migrationcleanPlace/v1").GetString()!.Length);
    }

    [Fact]
    public void The_fingerprint_does_not_change_with_the_answer()
    {
        static string Fingerprint(Func<int, Finding, Finding> change)
        {
            using var json = JsonDocument.Parse(Reports.Write("sarif", Reports.Many(1, change)));
            return json.RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("partialFingerprints").GetRawText();
        }

        Assert.Equal(Fingerprint((_, f) => f), Fingerprint((_, f) => f with { Value = "other", Arguments = [] }));
        Assert.NotEqual(Fingerprint((_, f) => f), Fingerprint((_, f) => f with { SubmissionId = "other" }));
    }

    [Fact]
    public void A_workbook_names_sheet_and_cell()
    {
        using var json = JsonDocument.Parse(Reports.Write("sarif", Reports.Many(1, (_, f) => f with
        {
            Location = new() { File = "my data/may 1.xlsx", Sheet = "kids", Row = 12, Column = "age", ColumnNumber = 28 },
        })));
        var result = json.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal("AB12", result.GetProperty("properties").GetProperty("cell").GetString());
        Assert.Equal("my%20data/may%201.xlsx", result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString());
    }

    [Fact]
    public void File_that_is_given_twice_is_one_artifact()
    {
        var result = Reports.Of(Reports.Misspelt);
        var read = result.Submissions;
        var twice = result with { Submissions = new() { Forms = read.Forms, Inputs = [.. read.Inputs, .. read.Inputs], Main = read.Main } };
        using var json = JsonDocument.Parse(Reports.Write("sarif", twice));

        Assert.Equal(2, json.RootElement.GetProperty("runs")[0].GetProperty("artifacts").GetArrayLength());
    }

    [Fact]
    public void Above_the_limit_the_gravest_are_written_and_the_rest_counted()
    {
        using var json = JsonDocument.Parse(Reports.Write("sarif", Reports.Many(25_010, (i, f) => i == 25_009 ? f : f with { Severity = Severity.Notice })));
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(25_000, results.Count);
        Assert.Equal("error", results[^2].GetProperty("level").GetString());
        Assert.StartsWith("11 more findings", results[^1].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
    }
}
