using System.Text.Json;
using MigrationClean.Cli.Commands;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Tests;

/// <summary><c>lint</c> from its line to its exit code.</summary>
public sealed class LintRunTests : IDisposable
{
    private const string Good = """{"survey":[{"type":"text","name":"a","label":"A"}],"verified":["x"]}""";
    private const string Wrong = """{"survey":[{"type":"text","name":"a","label":"A","relevant":"${zz} = 1"},{"type":"txt","name":"b","label":"B"}]}""";
    private const string Warned = """{"survey":[{"type":"text","name":"a","label":"A"}],"setting":[{"form_id":"f"}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_full_line_is_read()
    {
        LintCommand.Options? read = null;
        var run = await new Run().OnlyAsync(
            "lint a.xlsx - -f sarif -o report.sarif --force --select LINT-64,type-unknown --ignore lint-01 --fail-on warning",
            (common, at) => LintCommand.Create((options, _, _) => Task.FromResult(Keep(options, out read)), common, at));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.NotNull(read);
        Assert.Equal<string>(["a.xlsx", "-"], read.Forms);
        Assert.Equal(("sarif", new Arguments.WritingChoices("report.sarif", Force: true, DryRun: false)), (read.Format, read.Writing));
        Assert.Equal<string>(["LINT-64", "type-unknown"], read.Checks.Select);
        Assert.Equal<string>(["lint-01"], read.Checks.Ignore);
        Assert.Equal(Severity.Warning, read.Checks.FailOn);
    }

    [Theory]
    [InlineData("lint -", Good, 0)]
    [InlineData("lint -", Wrong, 1)]
    [InlineData("lint - --fail-on never", Wrong, 0)]
    [InlineData("lint -", Warned, 0)]
    [InlineData("lint - --fail-on warning", Warned, 1)]
    [InlineData("lint - --ignore LINT", Wrong, 0)]
    [InlineData("lint - --select name-missing", Wrong, 0)]
    [InlineData("lint -", "[]", 2)]
    [InlineData("lint -", "{\"a\":1}", 2)]
    [InlineData("lint -", "hello", 2)]
    [InlineData("lint -", "", 2)]
    [InlineData("lint - --select LINT-999", Good, 2)]
    [InlineData("lint - --ignore FORM-05", Good, 2)]
    [InlineData("validate - --form f.xlsx --select LINT-64", Good, 2)]
    [InlineData("lint - -", Good, 2)]
    [InlineData("lint", Good, 2)]
    [InlineData("lint no-such-form.xlsx", Good, 2)]
    public async Task The_exit_code_says_whether_the_form_is_in_order(string line, string form, int code)
    {
        var run = await new Run { Input = form }.LineAsync(line);

        Assert.Equal(code, run.Code);
        Assert.Equal(code == 2, run.Out.Length == 0);
    }

    [Fact]
    public async Task Json_is_one_line_a_form_with_the_promised_fields()
    {
        File.WriteAllText(_folder.At("good.json"), Good);
        var run = await new Run { Input = Wrong }.ArgsAsync(["lint", "-", _folder.At("good.json"), "-f", "json"]);

        var lines = run.Out.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["-", "good.json"], lines.Select(l => l.GetProperty("form").GetString()));
        Assert.Equal([false, true], lines.Select(l => l.GetProperty("ok").GetBoolean()));
        Assert.Equal(["version", "tool", "form", "findings", "ok"], lines[0].EnumerateObject().Select(p => p.Name));
        var first = lines[0].GetProperty("findings")[0];
        Assert.Equal(
            ["code", "rule", "severity", "stage", "sheet", "row", "column", "text", "message", "fix", "why"],
            first.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ("LINT-64", "ref-unknown", "error", "convert", "survey", 2, "relevant", "${zz}"),
            (Text(first, "code"), Text(first, "rule"), Text(first, "severity"), Text(first, "stage"), Text(first, "sheet"),
                first.GetProperty("row").GetInt32(), Text(first, "column"), Text(first, "text")));
        Assert.Equal("2 findings (2 errors)\n", run.Error);
    }

    [Fact]
    public async Task Text_says_where_why_and_how_to_put_it_right()
    {
        var run = await new Run { Input = Wrong }.LineAsync("lint -");

        Golden.Verify("lint", run.Out);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task A_report_is_written_to_a_file_and_never_over_the_form()
    {
        var (form, report) = (_folder.At("form.json"), _folder.At("report.xml"));
        File.WriteAllText(form, Wrong);

        Assert.Equal(1, (await new Run().ArgsAsync(["lint", form, "-f", "junit", "-o", report])).Code);
        Assert.Contains("failures=\"2\"", File.ReadAllText(report));
        Assert.Equal(2, (await new Run().ArgsAsync(["lint", form, "-o", form, "--force"])).Code);
        Assert.Equal(Wrong, File.ReadAllText(form));
    }

    [Fact]
    public async Task Settings_switch_rules_off_and_change_how_bad_they_are()
    {
        File.WriteAllText(_folder.At("s.yaml"), "version: 1\nchecks:\n  ref-unknown: { severity: notice }\n  LINT-25: { enabled: false }\n");
        var run = await new Run { Input = Wrong }.ArgsAsync(["lint", "-", "-f", "github", "--config", _folder.At("s.yaml")]);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("::notice file=-,line=2,col=4,title=LINT-64 ref-unknown::", run.Out, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static ExitCode Keep(LintCommand.Options options, out LintCommand.Options? kept)
    {
        kept = options;
        return ExitCode.Done;
    }
}
