namespace MigrationClean.Cli.Tests;

/// <summary>The summary on the page of a GitHub run: appended to the file that the runner names, in Markdown, without an answer.</summary>
public sealed class StepSummaryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public StepSummaryTests()
    {
        _folder.Write("f.json", """
            {"survey":[{"type":"select_one sex","name":"sex"}],"choices":[{"list_name":"sex","name":"female"}],"settings":[{"form_id":"f","version":"v1"}]}
            """);
        _folder.Write("a.csv", "sex,_uuid,__version__\nfemale,5c1e09aa-0000-4000-8000-000000000001,v1\nAigul,5c1e09aa-0000-4000-8000-000000000002,v1\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Summary_is_appended_and_holds_neither_answers_nor_submissions()
    {
        var summary = _folder.Write("summary.md", "before\n");
        var run = await ValidateAsync("-f", "github", "--show-values", "--consent", "none");

        Assert.Equal(1, run.Code);
        var text = await File.ReadAllTextAsync(summary);
        Golden.Verify("step-summary", text);
        Assert.DoesNotContain("Aigul", text, StringComparison.Ordinal);
        Assert.DoesNotContain("5c1e09aa", text, StringComparison.Ordinal);

        await ValidateAsync("-f", "github", "--consent", "none");
        Assert.Equal(text + text["before\n".Length..], await File.ReadAllTextAsync(summary));
    }

    [Fact]
    public async Task Other_formats_and_dry_runs_write_none()
    {
        var summary = _folder.Write("summary.md", "");
        await ValidateAsync("-f", "sarif");
        await ValidateAsync("-f", "github", "-n");

        Assert.Equal("", await File.ReadAllTextAsync(summary));
    }

    [Fact]
    public async Task Summary_that_would_spoil_an_input_or_has_no_folder_is_refused_before_the_work()
    {
        var form = await File.ReadAllTextAsync(_folder.At("f.json"));
        foreach (var name in (string[])["f.json", "none/summary.md", "."])
        {
            var run = await ValidateAsync(name, ["-f", "github"]);
            Assert.Equal((2, ""), (run.Code, run.Out));
            Assert.StartsWith("error[FILE-13]", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(form, await File.ReadAllTextAsync(_folder.At("f.json")));
    }

    [Fact]
    public async Task Output_folder_has_its_summary_too()
    {
        Directory.CreateDirectory(_folder.At("out/share"));
        var run = new Run { WorkingFolder = _folder.Path };
        run.Environment["GITHUB_STEP_SUMMARY"] = _folder.At("summary.md");
        await run.ArgsAsync(["validate", _folder.At("out"), "-f", "github"]);

        Assert.StartsWith("### migrationclean: 1 difference from the manifest\n", await File.ReadAllTextAsync(_folder.At("summary.md")), StringComparison.Ordinal);
    }

    private Task<Run> ValidateAsync(params string[] options) => ValidateAsync("summary.md", options);

    private async Task<Run> ValidateAsync(string summary, string[] options)
    {
        var run = new Run { WorkingFolder = _folder.Path };
        run.Environment["GITHUB_STEP_SUMMARY"] = _folder.At(summary);
        return await run.ArgsAsync(["validate", _folder.At("a.csv"), "--form", _folder.At("f.json"), .. options]);
    }
}
