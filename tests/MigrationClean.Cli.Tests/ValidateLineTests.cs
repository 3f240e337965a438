using MigrationClean.Cli.Commands;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Tests;

/// <summary>The line of <c>validate</c> becomes its options, and nothing is run.</summary>
public sealed class ValidateLineTests
{
    [Fact]
    public async Task A_full_line_is_read()
    {
        var options = await ReadAsync(
            "validate a.csv b.csv --form f1.xlsx --form f2.xlsx -f json -o report.json --force -n --show-values --fail-on warning --encoding windows-1251"
            + " --tz Asia/Bishkek --now 2024-03-05T09:00:00+06:00 --threads 2 --consent agree --key k.key -v --no-progress --color never --config s.yaml");

        Assert.NotNull(options);
        Assert.Equal<string>(["a.csv", "b.csv"], options.Reading.Exports);
        Assert.Equal<string>(["f1.xlsx", "f2.xlsx"], options.Reading.Forms);
        Assert.Equal(("windows-1251", "Asia/Bishkek", 2), (options.Reading.Encoding, options.Reading.TimeZone, options.Reading.Threads));
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 9, 0, 0, TimeSpan.FromHours(6)), options.Reading.Now);
        Assert.Equal(new("report.json", Force: true, DryRun: true), options.Writing);
        Assert.Equal(("json", true, "agree", "k.key"), (options.Format, options.ShowValues, options.Consent, options.Key));
        Assert.Equal(Severity.Warning, options.Checks.FailOn);
        Assert.Equal(new() { Loudness = Loudness.Verbose, Colour = ColourChoice.Never, ShowsProgress = false, Config = "s.yaml" }, options.Common);
    }

    [Fact]
    public async Task A_short_line_leaves_the_rest_to_the_settings()
    {
        var options = await ReadAsync("validate a.csv");

        Assert.NotNull(options);
        Assert.Empty(options.Reading.Forms);
        Assert.Equal((null, null, null, null), (options.Reading.Encoding, options.Reading.TimeZone, options.Reading.Threads, options.Consent));
        Assert.Equal(new(null, Force: false, DryRun: false), options.Writing);
        Assert.Equal(("text", Severity.Error), (options.Format, options.Checks.FailOn));
        Assert.Equal(new(), options.Common);
    }

    [Theory]
    [InlineData("validate --form f.xlsx a.csv")]
    [InlineData("--form f.xlsx validate a.csv")]
    [InlineData("-q validate a.csv --form f.xlsx")]
    [InlineData("--color always --form=f.xlsx validate a.csv")]
    public async Task Options_work_before_and_after_the_verb(string line)
    {
        var options = await ReadAsync(line);

        Assert.NotNull(options);
        Assert.Equal<string>(["a.csv"], options.Reading.Exports);
    }

    [Theory]
    [InlineData("", Loudness.Normal)]
    [InlineData("-q", Loudness.Quiet)]
    [InlineData("-qq", Loudness.Silent)]
    [InlineData("-q -q", Loudness.Silent)]
    [InlineData("--quiet", Loudness.Quiet)]
    [InlineData("-v", Loudness.Verbose)]
    public async Task Loudness_is_counted(string switches, object loudness)
    {
        var options = await ReadAsync($"validate a.csv {switches}");

        Assert.Equal(loudness, options?.Common.Loudness);
    }

    [Theory]
    [InlineData("never", null)]
    [InlineData("error", Severity.Error)]
    [InlineData("info", Severity.Info)]
    public async Task Fail_on_names_a_severity_or_never(string word, Severity? expected)
    {
        var options = await ReadAsync($"validate a.csv --fail-on {word}");

        Assert.NotNull(options);
        Assert.Equal(expected, options.Checks.FailOn);
    }

    [Theory]
    [InlineData("--force true.csv")]
    [InlineData("--show-values true.csv")]
    [InlineData("-n true.csv")]
    public async Task A_switch_does_not_eat_the_file_behind_it(string end)
    {
        var options = await ReadAsync($"validate a.csv {end}");

        Assert.Equal<string>(["a.csv", "true.csv"], options!.Reading.Exports);
    }

    [Fact]
    public async Task A_dash_is_standard_input_and_no_option()
    {
        var options = await ReadAsync("validate - --form f.xlsx -o -");

        Assert.NotNull(options);
        Assert.Equal<string>(["-"], options.Reading.Exports);
        Assert.Equal("-", options.Writing.Output);
    }

    [Fact]
    public async Task At_signs_are_names_of_files_and_nothing_else()
    {
        var options = await ReadAsync("validate @a.csv --form @f.xlsx");

        Assert.NotNull(options);
        Assert.Equal(("@a.csv", "@f.xlsx"), (options.Reading.Exports[0], options.Reading.Forms[0]));
    }

    [Fact]
    public async Task Families_of_checks_are_taken_apart()
    {
        var options = await ReadAsync("validate a.csv --ignore FILE,FILE-13 --ignore FILE-14");

        Assert.Equal<string>(["FILE", "FILE-13", "FILE-14"], options!.Checks.Ignore);
    }

    [Fact]
    public async Task The_environment_stands_in_for_options_and_the_line_wins()
    {
        var (name, value) = ("MIGRATIONCLEAN_FORMAT", "sarif");

        Assert.Equal("sarif", (await ReadAsync("validate a.csv", (name, value)))?.Format);
        Assert.Equal("json", (await ReadAsync("validate a.csv -f json", (name, value)))?.Format);
        Assert.Equal<string>(["f1.xlsx", "f2.xlsx"], (await ReadAsync("validate a.csv", ("MIGRATIONCLEAN_FORM", "f1.xlsx;f2.xlsx")))!.Reading.Forms);
    }

    [Fact]
    public async Task The_environment_never_overwrites_anything()
    {
        var options = await ReadAsync("validate a.csv", ("MIGRATIONCLEAN_FORCE", "1"), ("MIGRATIONCLEAN_OUTPUT", "x.json"));

        Assert.Equal(new(null, Force: false, DryRun: false), options?.Writing);
    }

    [Fact]
    public async Task A_wrong_value_in_the_environment_is_refused()
    {
        var run = new Run();
        run.Environment["MIGRATIONCLEAN_FORMAT"] = "pdf";

        await run.LineAsync("validate a.csv");

        Assert.Equal(2, run.Code);
        Assert.Contains("`pdf` is not a value of `--format`", run.Error);
    }

    private static async Task<ValidateCommand.Options?> ReadAsync(string line, params (string Name, string Value)[] variables)
    {
        ValidateCommand.Options? read = null;
        var run = new Run();
        foreach (var (name, value) in variables) run.Environment[name] = value;
        await run.OnlyAsync(line, (common, at) => ValidateCommand.Create(
            (options, _, _) =>
            {
                read = options;
                return Task.FromResult(ExitCode.Done);
            },
            common,
            at));

        Assert.Equal((0, ""), (run.Code, run.Error));
        return read;
    }
}
