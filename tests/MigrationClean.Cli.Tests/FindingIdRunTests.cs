using System.Text.Json;
using MigrationClean.Anonymisation.Keys;

namespace MigrationClean.Cli.Tests;

/// <summary>The ids of findings under a key, as programs read them from run to run.</summary>
public sealed class FindingIdRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _keys = new();

    public FindingIdRunTests()
    {
        _folder.Write("f.json", """
            {"survey":[{"type":"select_one sex","name":"sex"}],"choices":[{"list_name":"sex","name":"female"}],"settings":[{"form_id":"f","version":"v1"}]}
            """);
        _folder.Write("a.csv", "sex,_uuid,__version__\nfemale,5c1e09aa-0000-4000-8000-000000000001,v1\nfemle,5c1e09aa-0000-4000-8000-000000000002,v1\n");
        KeyFile.Create(_keys.At("one.key"), []);
        KeyFile.Create(_keys.At("other.key"), []);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _keys.Dispose();
    }

    [Fact]
    public async Task One_key_gives_the_same_ids_in_every_run_and_another_key_gives_others()
    {
        var ids = await IdsAsync("--key", _keys.At("one.key"));

        Assert.NotEmpty(ids);
        Assert.Equal(ids, await IdsAsync("--key", _keys.At("one.key")));
        Assert.Empty(ids.Intersect(await IdsAsync("--key", _keys.At("other.key"))));
    }

    [Fact]
    public async Task Without_a_key_ids_are_plain_hashes_that_last_as_well()
    {
        var ids = await IdsAsync();

        Assert.Equal(ids, await IdsAsync());
        Assert.Empty(ids.Intersect(await IdsAsync("--key", _keys.At("one.key"))));
    }

    [Fact]
    public async Task Key_of_the_settings_is_that_of_the_line_and_the_line_wins()
    {
        var ids = await IdsAsync("--key", _keys.At("one.key"));
        _folder.Write("migrationclean.yaml", $"key: {JsonSerializer.Serialize(_keys.At("one.key"))}\n");

        Assert.Equal(ids, await IdsAsync());
        Assert.Empty(ids.Intersect(await IdsAsync("--key", _keys.At("other.key"))));
    }

    [Fact]
    public async Task Ids_are_those_of_the_findings_that_clean_writes()
    {
        var ids = await IdsAsync("--key", _keys.At("one.key"));
        var clean = await new Run { WorkingFolder = _folder.Path }.ArgsAsync(
            ["clean", _folder.At("a.csv"), "--form", _folder.At("f.json"), "--consent", "none", "--key", _keys.At("one.key"), "-o", _folder.At("out")]);

        Assert.Equal(1, clean.Code);
        var table = await File.ReadAllLinesAsync(_folder.At("out/restricted/findings.csv"));
        Assert.Equal(ids.Order(StringComparer.Ordinal), table.Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Key_that_clean_refuses_is_refused()
    {
        KeyFile.Create(_folder.At("near.key"), []);
        Assert.StartsWith("error[PRIV-09]", (await ValidateAsync("--key", _folder.At("near.key"))).Error, StringComparison.Ordinal);
        Assert.StartsWith("error[PRIV-09]", (await ValidateAsync("--key", _keys.At("none.key"))).Error, StringComparison.Ordinal);

        _folder.Write("migrationclean.yaml", "key: required\n");
        var run = await ValidateAsync();
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("error[PRIV-09]: the settings ask for a key", run.Error, StringComparison.Ordinal);
    }

    private Task<Run> ValidateAsync(params string[] options) => new Run { WorkingFolder = _folder.Path }.ArgsAsync(
        ["validate", _folder.At("a.csv"), "--form", _folder.At("f.json"), "-f", "json", .. options]);

    private async Task<string[]> IdsAsync(params string[] options)
    {
        var run = await ValidateAsync(options);
        Assert.True(run.Code is 0 or 1, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("findingId").GetString()!)];
    }
}
