using System.Text.Json;
using MigrationClean.Checks;

namespace MigrationClean.Tests.Reporting;

/// <summary>What the schema of SARIF 2.1.0 asks of every log, tried on findings with odd names and places.</summary>
public sealed class SarifSchemaTests
{
    private static readonly string[] Files = ["export.csv", "май 2024/выгрузка 1.xlsx", "a#b?c%20.csv", "C:data.csv", "кыргыз тил.xlsx"];

    private static readonly string[] Levels = ["none", "note", "warning", "error"];

    [Fact]
    public void Required_properties_are_there_with_their_types()
    {
        var log = Log();
        Assert.Equal("2.1.0", log.GetProperty("version").GetString());
        var run = log.GetProperty("runs").EnumerateArray().Single();
        Assert.Equal("migrationclean", run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
        Assert.All(run.GetProperty("invocations").EnumerateArray(), i => Assert.True(i.GetProperty("executionSuccessful").GetBoolean()));
        Assert.All(Rules(run), rule => Assert.NotEqual("", rule.GetProperty("id").GetString()));
        Assert.Equal(Rules(run).Count, Rules(run).Select(r => r.GetRawText()).Distinct().Count());
        Assert.Equal(Files.Length + 1, Results(run).Count);
        Assert.All(Results(run), result =>
        {
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), Levels);
        });
    }

    [Fact]
    public void Every_result_names_its_rule_by_name_and_number()
    {
        var run = Log().GetProperty("runs")[0];
        var rules = Rules(run);
        Assert.All(Results(run), result =>
        {
            var index = result.GetProperty("ruleIndex").GetInt32();
            Assert.InRange(index, 0, rules.Count - 1);
            Assert.Equal(rules[index].GetProperty("id").GetString(), result.GetProperty("ruleId").GetString());
        });
    }

    [Fact]
    public void Every_address_is_a_relative_uri_that_means_the_file()
    {
        var run = Log().GetProperty("runs")[0];
        var addresses = Results(run).Select(r => Place(r).GetProperty("artifactLocation").GetProperty("uri").GetString()!).ToList();
        addresses.AddRange(run.GetProperty("artifacts").EnumerateArray().Select(a => a.GetProperty("location").GetProperty("uri").GetString()!));
        Assert.All(addresses, address =>
        {
            Assert.Matches("^[A-Za-z0-9._~/%-]+$", address);
            Assert.True(Uri.TryCreate(address, UriKind.Relative, out _), address);
        });
        Assert.Equal(Files, addresses.Take(Files.Length).Select(Uri.UnescapeDataString));
    }

    [Fact]
    public void Lines_and_columns_begin_at_one_and_artifacts_exist()
    {
        var run = Log().GetProperty("runs")[0];
        var artifacts = run.GetProperty("artifacts").EnumerateArray().ToList();
        Assert.Equal(artifacts.Count, artifacts.Select(a => a.GetRawText()).Distinct().Count());
        Assert.All(Results(run), result =>
        {
            var place = Place(result);
            var region = place.GetProperty("region");
            Assert.True(region.GetProperty("startLine").GetInt32() >= 1);
            if (region.TryGetProperty("startColumn", out var column)) Assert.True(column.GetInt32() >= 1);
            if (place.GetProperty("artifactLocation").TryGetProperty("index", out var index)) Assert.InRange(index.GetInt32(), 0, artifacts.Count - 1);
        });
    }

    private static JsonElement Log()
    {
        var result = Reports.Many(Files.Length + 1, (i, f) => f with
        {
            Check = i < Files.Length ? f.Check : AllChecks.List[0].Id,
            Location = i < Files.Length
                ? f.Location with { File = Files[i], ColumnNumber = i == 0 ? null : i }
                : new() { File = "export.csv" }, // of a whole file: no row, no column
        });
        using var json = JsonDocument.Parse(Reports.Write("sarif", result));
        return json.RootElement.Clone();
    }

    private static List<JsonElement> Rules(JsonElement run) => [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

    private static List<JsonElement> Results(JsonElement run) => [.. run.GetProperty("results").EnumerateArray()];

    private static JsonElement Place(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
}
