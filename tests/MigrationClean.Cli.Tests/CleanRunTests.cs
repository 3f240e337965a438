using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;
using MigrationClean.Writing;

namespace MigrationClean.Cli.Tests;

/// <summary>What <c>clean</c> asks of the pipeline, after line, environment and settings, and what it says at the end.</summary>
public sealed class CleanRunTests
{
    [Fact]
    public async Task Trial_says_so_and_names_the_next_command()
    {
        using var folder = new TemporaryFolder();
        var (run, _) = await CleanAsync(folder, "", isTrial: true);

        Assert.Equal((1, ""), (run.Code, run.Out));
        Golden.Verify("clean-trial", run.Error.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Release_says_so_and_the_counts_reconcile()
    {
        using var folder = new TemporaryFolder();
        var (run, _) = await CleanAsync(folder, "--lang ru --level partner", isTrial: false);

        Golden.Verify("clean-release", run.Error.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dry_run_lists_the_files()
    {
        using var folder = new TemporaryFolder();
        var (run, request) = await CleanAsync(folder, "-n", isTrial: true);

        Assert.True(request.DryRun);
        Golden.Verify("clean-dry-run", run.Out.Replace(folder.Path, "FOLDER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_fill_in_what_the_line_leaves_open()
    {
        using var folder = new TemporaryFolder();
        folder.Write("plan.csv", "question\n");
        folder.Write("migrationclean.yaml", """
            version: 1
            project: {name: returnees, controller: IOM, basis: agreement, purpose: report, round: r2, retain_until: 2027-12-31}
            level: internal
            plan: plan.csv
            key: ../returnees.key
            labels: ru
            consent: {question: agree, accept: ["yes", "1"]}
            columns: {enumerator: who, site: [region, rayon]}
            recipients: [{name: ministry, class: government, expires: 2025-12-31}]
            output: {to: [csv], csv: {guard: strict, bom: true, line_ends: crlf, separator: ";"}}
            release: {title: Returnees, date: 2024-02-01}
            checks: {FILE-13: {severity: notice}, FILE-14: {enabled: false}}
            """);
        var (_, request) = await CleanAsync(folder, "--recipient ministry", isTrial: false);

        var release = request.Release;
        Assert.Equal((ReleaseLevel.Internal, "returnees", "IOM", "r2"), (release.Level, release.ProjectName, release.Controller, release.Round));
        Assert.Equal((new DateOnly(2027, 12, 31), new DateOnly(2024, 3, 5)), (release.RetainUntil, release.Today));
        Assert.Equal((Path.GetFullPath("../returnees.key", folder.Path), "ministry"), (Path.GetFullPath(release.KeyFile!), release.Recipient));
        Assert.Equal(new Recipient("ministry", "government", "", new(2025, 12, 31), "", ""), release.Recipients.Single());
        Assert.Equal(("who", "rayon"), (release.FieldworkColumns["enumerator"], release.FieldworkColumns["site"]));
        Assert.Equal(new() { Guard = CsvGuard.Strict, Bom = true, CrLf = true, Separator = ';' }, request.Csv);
        Assert.Equal((false, "ru", "Returnees", "plan.csv"), (request.Workbook, request.Labels, request.Description.Title, Path.GetFileName(request.Plan!.Name)));
        Assert.Equal(("agree", "yes 1"), (request.Input.Checks.Consent.Question, string.Join(' ', request.Input.Checks.Consent.Accept)));
        Assert.Equal(("FILE-14", Severity.Notice), (request.Input.Checks.Ignore.Single(), request.Input.Checks.Severities["FILE-13"]));
    }

    [Theory]
    [InlineData("--to csv", "", false)]
    [InlineData("--to xlsx", "", true)]
    [InlineData("", "output: {to: [csv]}\n", false)]
    [InlineData("--to csv,xlsx", "output: {to: [csv]}\n", true)]
    [InlineData("", "", true)]
    public async Task Formats_beside_csv_are_those_that_are_named(string options, string settings, bool workbook)
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", settings);
        var (_, request) = await CleanAsync(folder, options, isTrial: true);

        Assert.Equal(workbook, request.Workbook);
    }

    [Fact]
    public async Task Workbook_alone_can_not_go_down_a_pipe()
    {
        using var folder = new TemporaryFolder();
        var run = await new Run { WorkingFolder = folder.Path }.ArgsAsync(
            ["clean", folder.Write("a.csv", "sex\n"), "--form", folder.Write("f.json", "{}"), "-o", "-", "--to", "xlsx"]);

        Assert.Equal((2, "", 0), (run.Code, run.Out, run.Bytes.Length));
        Assert.StartsWith("error: `-o -` writes the main table as CSV", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_wins_over_environment_and_environment_over_settings()
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", "level: internal\nlabels: ru\n");

        Assert.Equal(ReleaseLevel.Internal, (await CleanAsync(folder, "", isTrial: true)).Request.Release.Level);
        Assert.Equal(ReleaseLevel.Public, (await CleanAsync(folder, "--no-config", isTrial: true)).Request.Release.Level);
        var (_, request) = await CleanAsync(folder, "", isTrial: true, ("MIGRATIONCLEAN_LEVEL", "partner"));
        Assert.Equal((ReleaseLevel.Partner, "ru"), (request.Release.Level, request.Labels));
        Assert.Equal(ReleaseLevel.Public, (await CleanAsync(folder, "--level public", isTrial: true, ("MIGRATIONCLEAN_LEVEL", "partner"))).Request.Release.Level);
    }

    [Fact]
    public async Task Consent_none_declares_that_no_question_is_needed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("migrationclean.yaml", "consent: {question: agree}\n");
        var (_, request) = await CleanAsync(folder, "--consent none", isTrial: true);

        Assert.Null(request.Input.Checks.Consent.Question);
        Assert.NotEmpty(request.Input.Checks.Consent.NotNeeded);
    }

    [Fact]
    public async Task Key_must_not_lie_with_inputs_or_output()
    {
        using var folder = new TemporaryFolder();
        var (_, request) = await CleanAsync(folder, "", isTrial: true);

        Assert.Equal<string>([folder.Path, folder.At("out")], request.Release.DataFolders);
    }

    private static async Task<(Run Run, CleanRequest Request)> CleanAsync(
        TemporaryFolder folder, string options, bool isTrial, params (string Name, string Value)[] variables)
    {
        CleanRequest? asked = null;
        var run = new Run
        {
            WorkingFolder = folder.Path,
            Stages = ProductStages.All with
            {
                Clean = (request, cancellation) =>
                {
                    asked = request;
                    return ResultOf(isTrial, cancellation);
                },
            },
        };
        foreach (var (name, value) in variables) run.Environment[name] = value;
        folder.Write("a.csv", "sex\nfemale\n");
        folder.Write("f.json", "{}");
        await run.ArgsAsync(
            ["clean", folder.At("a.csv"), "--form", folder.At("f.json"), "-o", folder.At("out"), .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.True(asked is not null, run.Error);
        return (run, asked);
    }

    private static CleanResult ResultOf(bool isTrial, CancellationToken cancellation) => new(
        ExitCodeTests.FoundAll([Severity.Error, Severity.Notice])(null!, cancellation),
        1166,
        [("no consent", 30), ("duplicate", 8), ("withdrawn consent", 0)],
        isTrial,
        [("share/data/main.csv", 1166), ("manifest.json", null)])
    {
        Warnings = isTrial ? [new("PRIV-20")] : [],
    };
}
