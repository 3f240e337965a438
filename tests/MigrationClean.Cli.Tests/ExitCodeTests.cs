using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Tests;

/// <summary>What the end of a run says: exit code, the line of facts, refusals, bugs.</summary>
public sealed class ExitCodeTests
{
    private const string Line = "validate a.csv --form f.json";

    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public async Task Findings_decide_between_done_and_findings(string failOn, int expected)
    {
        var run = await ValidateAsync(FoundAll([Severity.Error, Severity.Warning]), $"--fail-on {failOn}");

        Assert.Equal((expected, "report\n"), (run.Code, run.Out));
        Assert.Equal("", run.Error);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    public async Task Findings_below_fail_on_do_not_count(string failOn, int expected)
    {
        var run = await ValidateAsync(FoundAll([Severity.Warning]), $"--fail-on {failOn}");

        Assert.Equal(expected, run.Code);
    }

    [Fact]
    public async Task Report_goes_into_the_file_and_the_last_line_names_it()
    {
        using var folder = new TemporaryFolder();
        var report = folder.At("report.json");
        var run = await ValidateAsync(FoundAll([]), $"-o {report} --fail-on never");

        Assert.Equal(("", $"1,204 submissions, 0 findings → {report}\n"), (run.Out, run.Error));
        Assert.Equal("report\n", await File.ReadAllTextAsync(report));
        Assert.Equal([report], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Report_that_exists_is_replaced_only_with_force()
    {
        using var folder = new TemporaryFolder();
        var report = folder.Write("report.json", "old");

        Assert.Equal(2, (await ValidateAsync(FoundAll([]), $"-o {report}")).Code);
        Assert.Equal("old", await File.ReadAllTextAsync(report));
        Assert.Equal(0, (await ValidateAsync(FoundAll([]), $"-o {report} --force")).Code);
        Assert.Equal("report\n", await File.ReadAllTextAsync(report));
    }

    [Theory]
    [InlineData("-n", "would replace")]
    [InlineData("--dry-run", "would replace")]
    public async Task Dry_run_says_what_it_would_do(string option, string expected)
    {
        using var folder = new TemporaryFolder();
        var report = folder.Write("report.json", "old");
        var run = await ValidateAsync(FoundAll([]), $"-o {report} --force {option}");

        Assert.Equal($"{report}: {expected}\n", run.Out);
        Assert.Equal("old", await File.ReadAllTextAsync(report));
    }

    [Theory]
    [InlineData("-q", "report\n", "")]
    [InlineData("-qq", "", "")]
    public async Task Quiet_levels_are_kept(string option, string output, string error)
    {
        var run = await ValidateAsync(FoundAll([]), option);

        Assert.Equal((output, error), (run.Out, run.Error));
    }

    [Fact]
    public async Task Refused_input_is_told_with_code_place_and_fix()
    {
        InputException refusal = new("FILE-13/is-file", new() { File = "a.csv", Row = 3, Column = "sex" }, new FindingArgument("file", "out"))
        {
            Others = [new("FILE-13/exists", new() { File = "out", Sheet = "survey" }, new FindingArgument("file", "out"))],
        };
        var run = await ValidateAsync((_, _) => throw refusal);

        Assert.Equal(2, run.Code);
        Golden.Verify("refusal", run.Error);
    }

    [Fact]
    public async Task Bug_is_told_without_the_exceptions_own_words()
    {
        var run = await ValidateAsync((_, _) => throw new FormatException("The input string 'Айбек' was not in a correct format."));

        Assert.Equal((70, ""), (run.Code, run.Out));
        Golden.Verify("bug", run.Error);
    }

    [Fact]
    public async Task Verbose_bug_shows_type_and_methods_and_still_no_words()
    {
        var run = await ValidateAsync((_, _) => throw new FormatException("The input string 'Айбек' was not in a correct format."), "--verbose");

        Assert.Equal(70, run.Code);
        Assert.Contains("System.FormatException", run.Error);
        Assert.Contains(nameof(Verbose_bug_shows_type_and_methods_and_still_no_words), run.Error);
        Assert.DoesNotContain("Айбек", run.Error);
    }

    [Fact]
    public async Task Interrupted_run_says_nothing_and_ends_with_130()
    {
        using var interruption = new CancellationTokenSource();
        var run = await ValidateAsync(
            (_, cancellation) =>
            {
                interruption.Cancel();
                cancellation.ThrowIfCancellationRequested();
                throw new InvalidOperationException("The interruption was not heard.");
            },
            cancellation: interruption.Token);

        Assert.Equal((130, "", ""), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task Unknown_variable_is_warned_of()
    {
        using var folder = new TemporaryFolder();
        var run = RunIn(folder, FoundAll([]));
        run.Environment["MIGRATIONCLEAN_LEVL"] = "internal";
        await run.ArgsAsync(Args(folder, ""));

        Assert.Equal(0, run.Code);
        Assert.Contains("warning: the environment variable `MIGRATIONCLEAN_LEVL` belongs to no option", run.Error);
    }

    internal static Func<ValidateRequest, CancellationToken, ValidateResult> FoundAll(Severity[] severities) => (_, _) => new(null!, new Consent(), new()
    {
        Submissions = 1204,
        NotJudged = [],
        Findings = [.. severities.Select(severity => new Finding { Check = new("FORM-05", "choice-not-in-list"), Severity = severity, Location = new() { File = "a.csv" } })],
    });

    private static async Task<Run> ValidateAsync(
        Func<ValidateRequest, CancellationToken, ValidateResult> validate, string options = "", CancellationToken cancellation = default)
    {
        using var folder = new TemporaryFolder();
        return await RunIn(folder, validate).ArgsAsync(Args(folder, options), cancellation);
    }

    private static Run RunIn(TemporaryFolder folder, Func<ValidateRequest, CancellationToken, ValidateResult> validate) => new()
    {
        WorkingFolder = folder.Path,
        Stages = ProductStages.All with { Validate = validate, Report = (_, output) => output.Write("report\n") },
    };

    private static string[] Args(TemporaryFolder folder, string options)
    {
        folder.Write("a.csv", "sex\nfemale\n");
        folder.Write("f.json", "{}");
        return [.. $"{Line} {options}".Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(arg => arg is "a.csv" or "f.json" ? folder.At(arg) : arg)];
    }
}
