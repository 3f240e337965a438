using MigrationClean.Anonymisation;
using MigrationClean.Cli.Commands;
using MigrationClean.Writing;

namespace MigrationClean.Cli.Tests;

/// <summary>The lines of the other verbs become their options.</summary>
public sealed class OtherLineTests
{
    [Fact]
    public async Task A_full_line_of_clean_is_read()
    {
        CleanCommand.Options? read = null;
        var run = await new Run().OnlyAsync(
            "clean a.csv --form f.xlsx -o out --level partner --recipient ministry --plan plan.csv --key ../k.key --consent none --to csv,xlsx --labels ru"
            + " --bom --csv-guard strict --line-ends crlf --force -n --fail-on never",
            (common, at) => CleanCommand.Create((options, _, _) => Keep(options, ref read), common, at));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.NotNull(read);
        Assert.Equal(new("out", Force: true, DryRun: true), read.Writing);
        Assert.Equal(new(true, CsvGuard.Strict, true), read.Csv);
        Assert.Equal((ReleaseLevel.Partner, "ministry", "plan.csv"), (read.Release.Level, read.Release.Recipient, read.Release.Plan));
        Assert.Equal(("../k.key", "none", "ru"), (read.Release.Key, read.Release.Consent, read.Release.Labels));
        Assert.Equal<string>(["csv", "xlsx"], read.Release.Formats);
        Assert.Null(read.Checks.FailOn);
    }

    [Fact]
    public async Task A_short_line_of_clean_leaves_the_rest_to_the_settings()
    {
        CleanCommand.Options? read = null;
        await new Run().OnlyAsync("clean a.csv -o out", (common, at) => CleanCommand.Create((options, _, _) => Keep(options, ref read), common, at));

        Assert.NotNull(read);
        Assert.Equal(new() { Formats = read.Release.Formats }, read.Release);
        Assert.Empty(read.Release.Formats);
        Assert.Equal(new(null, null, null), read.Csv);
    }

    [Fact]
    public async Task A_line_of_convert_is_read()
    {
        ConvertCommand.Options? read = null;
        await new Run().OnlyAsync(
            "convert a.csv b.csv --form f.xlsx --to ndjson -o -",
            (common, at) => ConvertCommand.Create((options, _, _) => Keep(options, ref read), common, at));

        Assert.NotNull(read);
        Assert.Equal(("ndjson", "-", 2), (read.Format, read.Writing.Output, read.Reading.Exports.Length));
    }

    [Fact]
    public async Task A_line_of_init_is_read()
    {
        InitCommand.Options? read = null;
        await new Run().OnlyAsync(
            "init f.xlsx -o project --export a.csv --key ../k.key",
            (common, at) => InitCommand.Create((options, _, _) => Keep(options, ref read), common, at));

        Assert.NotNull(read);
        Assert.Equal(("f.xlsx", "project", "a.csv", "../k.key"), (read.Form, read.Folder, read.Export, read.Key));
    }

    [Theory, InlineData("bash"), InlineData("zsh"), InlineData("fish"), InlineData("powershell")]
    public async Task Completion_asks_the_program(string shell)
    {
        var run = await new Run().LineAsync($"completion {shell}");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("[suggest:", run.Out);
    }

    [Fact]
    public async Task Completions_are_options_and_their_values()
    {
        Assert.Contains("--fail-on\n", (await new Run().ArgsAsync(["[suggest:12]", "validate --f"])).Out);
        Assert.Equal("internal\npartner\npublic\n", (await new Run().ArgsAsync(["[suggest:14]", "clean --level "])).Out);
    }

    [Fact]
    public async Task Folder_that_is_not_empty_gets_no_project()
    {
        using var folder = new TemporaryFolder();
        folder.Write("old.txt", "old");
        using var other = new TemporaryFolder();

        var run = await new Run().ArgsAsync(["init", other.Write("f.json", "{}"), "-o", folder.Path]);

        Assert.Equal(2, run.Code);
        Assert.Contains("error[FILE-13]", run.Error);
        Assert.Equal([folder.At("old.txt")], Directory.GetFileSystemEntries(folder.Path));
    }

    private static Task<ExitCode> Keep<T>(T options, ref T? kept)
    {
        kept = options;
        return Task.FromResult(ExitCode.Done);
    }
}
