using System.Text.Json;

namespace MigrationClean.Cli.Tests;

/// <summary>The planned sample on the line and in the settings.</summary>
public sealed class SampleRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleRunTests()
    {
        _folder.Write("f.json", """
            {"survey":[{"type":"select_one sex","name":"sex"}],"choices":[{"list_name":"sex","name":"female","label":"Woman"}],"settings":[{"form_id":"f","version":"v1"}]}
            """);
        _folder.Write("a.csv", "sex,_uuid,__version__\nfemale,5c1e09aa-0000-4000-8000-000000000001,v1\nfemale,5c1e09aa-0000-4000-8000-000000000002,v1\n");
        _folder.Write("sample.csv", "sex,target\nWoman,3\n");
        _folder.Write("wrong.csv", "sexx,target\nfemale,three\n,\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sample_of_the_line_is_counted_against()
    {
        var run = await ValidateAsync("--sample", _folder.At("sample.csv"));

        Assert.Equal(0, run.Code);
        Assert.Equal(["sample.csv 2 Woman: 2 of 3 planned interviews"], Messages(run));
    }

    [Fact]
    public async Task A_sample_of_the_settings_is_found_beside_them()
    {
        _folder.Write("migrationclean.yaml", "sample: sample.csv\n");

        Assert.Single(Messages(await ValidateAsync()));
    }

    [Fact]
    public async Task A_wrong_sample_is_refused_with_all_its_mistakes()
    {
        var run = await ValidateAsync("--sample", _folder.At("wrong.csv"));

        Assert.Equal(2, run.Code);
        Assert.Contains("`sex`", run.Error, StringComparison.Ordinal);
        Assert.Contains("three", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task Clean_counts_as_well()
    {
        var run = await new Run { WorkingFolder = _folder.At(".") }.ArgsAsync(
            ["clean", _folder.At("a.csv"), "--form", _folder.At("f.json"), "--consent", "none", "--sample", _folder.At("sample.csv"), "-o", _folder.At("out")]);

        Assert.Equal(0, run.Code);
        Assert.Contains("SAM-01", File.ReadAllText(_folder.At("out/restricted/findings.csv")), StringComparison.Ordinal);
    }

    private Task<Run> ValidateAsync(params string[] more) => new Run { WorkingFolder = _folder.At(".") }.ArgsAsync(
        ["validate", _folder.At("a.csv"), "--form", _folder.At("f.json"), "--select", "SAM", "-f", "json", .. more]);

    private static string[] Messages(Run run)
    {
        using var json = JsonDocument.Parse(run.Out);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => $"{f.GetProperty("file").GetString()} {f.GetProperty("row").GetInt32()} {f.GetProperty("message").GetString()}")];
    }
}
