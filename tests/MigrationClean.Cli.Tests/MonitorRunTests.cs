using System.Text.Json;
using MigrationClean.Cli.Commands;

namespace MigrationClean.Cli.Tests;

/// <summary>The verb <c>monitor</c>: its line, its run on the sample, its mistakes.</summary>
public sealed class MonitorRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MonitorRunTests()
    {
        foreach (var file in (string[])["export.csv", "export.xlsx", "form.xlsx", "sample.csv", "migrationclean.yaml"])
            File.Copy(Path.Combine(Golden.RepositoryRoot, "samples", "returnees", file), _folder.At(file));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_line_is_read()
    {
        MonitorCommand.Options? read = null;
        var run = await new Run().OnlyAsync(
            "monitor a.csv --form f.xlsx --by team,day --by region --sample s.csv --backcheck b.csv --audit media.zip --day 2023-11-13 -f xlsx -o m.xlsx --consent none --ignore DUP-03",
            (common, at) => MonitorCommand.Create((options, _, _) => Keep(options, ref read), common, at));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.NotNull(read);
        Assert.Equal<string>(["team", "day", "region"], read.By);
        Assert.Equal(("b.csv", "media.zip", "none", new DateOnly(2023, 11, 13), "xlsx"), (read.BackCheck, read.Audit, read.Consent, read.Day, read.Format));
        Assert.Equal(("s.csv", "DUP-03"), (read.Checks.Sample, read.Checks.Ignore.Single()));
        Assert.Equal("m.xlsx", read.Writing.Output);
    }

    [Fact]
    public async Task A_short_line_is_by_enumerator_as_text()
    {
        MonitorCommand.Options? read = null;
        await new Run().OnlyAsync("monitor a.csv", (common, at) => MonitorCommand.Create((options, _, _) => Keep(options, ref read), common, at));

        Assert.NotNull(read);
        Assert.Equal<string>(["enumerator"], read.By);
        Assert.Equal(("text", null, null), (read.Format, read.Day, read.BackCheck));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("ky")]
    public async Task Text_of_the_sample_is_the_approved_one(string language)
    {
        var run = await LineAsync($"monitor export.xlsx --sample sample.csv --lang {language}");

        Assert.Equal(0, run.Code);
        Golden.Verify($"monitor.{language}", run.Out);
    }

    [Fact]
    public async Task Findings_do_not_make_it_fail_and_the_settings_are_honoured()
    {
        var run = await LineAsync("monitor export.csv -f json");
        using var json = JsonDocument.Parse(run.Out);

        Assert.Equal(0, run.Code);
        Assert.Equal(24, json.RootElement.GetProperty("units").GetArrayLength());
        Assert.Contains("interviews", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Second_interviews_are_compared()
    {
        await File.WriteAllTextAsync(
            _folder.At("migrationclean.yaml"),
            await File.ReadAllTextAsync(_folder.At("migrationclean.yaml")) + "checks:\n  BCK-02: {key: [_uuid], type1: [sex, age], okrange: {age: 1}}\n");
        var run = await LineAsync("monitor export.csv --backcheck export.csv -f json");
        using var json = JsonDocument.Parse(run.Out);
        var sex = json.RootElement.GetProperty("backCheck").EnumerateArray().Single(l => l.GetProperty("name").GetString() == "sex");

        // The same export again: only planted copies of a submission with other answers differ.
        Assert.InRange(sex.GetProperty("differing").GetInt32(), 0, 3);
        Assert.True(sex.GetProperty("compared").GetInt32() > 1000);
    }

    [Fact]
    public async Task A_workbook_goes_to_standard_output_as_bytes()
    {
        var run = await LineAsync("monitor export.csv -f xlsx -o -");

        Assert.Equal((0, "PK"), (run.Code, System.Text.Encoding.ASCII.GetString(run.Bytes[..2])));
    }

    [Fact]
    public async Task Output_is_not_written_over_and_dry_run_writes_nothing()
    {
        var dry = await LineAsync("monitor export.csv -f html -o m.html -n");
        Assert.Equal(0, dry.Code);
        Assert.False(File.Exists(_folder.At("m.html")));

        await File.WriteAllTextAsync(_folder.At("m.html"), "kept");
        Assert.Equal(2, (await LineAsync("monitor export.csv -f html -o m.html")).Code);
        Assert.Equal("kept", await File.ReadAllTextAsync(_folder.At("m.html")));
    }

    [Theory]
    [InlineData("monitor export.csv --day 13.11.2023", "--day")]
    [InlineData("monitor export.csv --by enumeratr", "enumerator")]
    [InlineData("monitor export.csv -f pdf", "pdf")]
    [InlineData("monitor export.csv --backcheck none.csv", "none.csv")]
    public async Task A_mistake_is_told_and_nothing_is_written(string line, string named)
    {
        var run = await LineAsync(line);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    private Task<Run> LineAsync(string line) => new Run { WorkingFolder = _folder.Path }.LineAsync(line.Replace("export.", _folder.At("export."), StringComparison.Ordinal)
        .Replace("sample.csv", _folder.At("sample.csv"), StringComparison.Ordinal).Replace("m.html", _folder.At("m.html"), StringComparison.Ordinal).Replace("none.csv", _folder.At("none.csv"), StringComparison.Ordinal));

    private static Task<ExitCode> Keep(MonitorCommand.Options options, ref MonitorCommand.Options? read)
    {
        read = options;
        return Task.FromResult(ExitCode.Done);
    }
}
