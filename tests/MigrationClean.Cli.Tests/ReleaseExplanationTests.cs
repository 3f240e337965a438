using System.Text.Json.Nodes;

namespace MigrationClean.Cli.Tests;

/// <summary>What <c>explain</c> says of a release: what was done to a question, and which submission a pseudonym stands for.</summary>
public sealed class ReleaseExplanationTests : IDisposable
{
    private const string Form = """
        {"survey":[{"type":"text","name":"full_name","label":"Name"},{"type":"integer","name":"age","label":"Age of respondent","constraint":". < 90"}]}
        """;

    private const string Export = "full_name,age,_id,_uuid\nA B,31,7,aa-1\nC D,99,8,bb-2\n";

    private const string Settings = "version: 1\nproject: {name: test, round: r1}\n";

    private readonly TemporaryFolder _folder = new();

    public ReleaseExplanationTests()
    {
        _folder.Write("data/form.json", Form);
        _folder.Write("data/export.csv", Export);
        _folder.Write("data/migrationclean.yaml", Settings);
        WriteKey("key-1", 'a');
        WriteKey("key-2", 'b');
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_pseudonym_of_a_release_leads_back_to_its_submission_with_the_key()
    {
        await ReleaseAsync();
        var main = await File.ReadAllLinesAsync(_folder.At("out/share/main.csv"));
        var row = main.Single(line => line.Contains("99", StringComparison.Ordinal));

        var run = await ExplainAsync("--pseudonym", row.Split(',')[0], "--key", _folder.At("key-1"));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("Submission bb-2, form form.json", run.Out, StringComparison.Ordinal);
        Assert.Contains("broken: the answer is not allowed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_or_no_token_is_refused_with_a_sentence()
    {
        await ReleaseAsync();
        var token = (await File.ReadAllLinesAsync(_folder.At("out/share/main.csv")))[1].Split(',')[0];

        var other = await ExplainAsync("--pseudonym", token, "--key", _folder.At("key-2"));
        var number = await ExplainAsync("--pseudonym", "17", "--key", _folder.At("key-1"));
        var none = await ExplainAsync("--pseudonym", token);

        Assert.Equal((2, "", 2, 2), (other.Code, other.Out, number.Code, none.Code));
        Assert.Contains($"no submission of `export.csv` has the pseudonym `{token}` under the key", other.Error, StringComparison.Ordinal);
        Assert.Contains("2 submissions were looked through", other.Error, StringComparison.Ordinal);
        Assert.Contains("`17` is no pseudonym of a submission", number.Error, StringComparison.Ordinal);
        Assert.Contains("needs `--key FILE`", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_tells_what_was_done_to_a_question()
    {
        await ReleaseAsync();

        var kept = JsonNode.Parse((await ColumnAsync("age", "-f", "json")).Out)!;
        var dropped = await ColumnAsync("full_name");

        Assert.Equal(("internal", "trial", "age"), ((string)kept["level"]!, (string)kept["kind"]!, (string)kept["question"]!));
        var column = kept["columns"]![0]!;
        Assert.Equal(("share/main.csv", "age", true, "0"), ((string)column["file"]!, (string)column["name"]!, (bool)column["released"]!, column["blanked"]!.ToString()));
        Assert.Contains("full_name is not in the release\n  role: direct\n  method: drop\n", dropped.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agge", "did you mean `age`?")]
    [InlineData("zzzzzzzz", "the manifest names no question or column `zzzzzzzz`")]
    public async Task A_question_that_the_manifest_does_not_name_is_refused(string question, string said)
    {
        await ReleaseAsync();

        var run = await ColumnAsync(question);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--manifest F", "needs `--question NAME`")]
    [InlineData("--manifest F --question age --submission 7", "`--manifest`")]
    [InlineData("--manifest F --question age export.csv", "`--manifest`")]
    [InlineData("export.csv --submission 7 --pseudonym aaaaaaaaaaaaaaaaaaaa", "`--pseudonym`")]
    [InlineData("export.csv --submission 7 --key F", "needs `--pseudonym TOKEN`")]
    [InlineData("", "needs CODE|EXPORT")]
    public async Task Options_that_do_not_go_together_are_refused(string line, string said)
    {
        var run = await new Run { WorkingFolder = _folder.At("data") }.LineAsync($"explain {line}");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_manifest_is_refused()
    {
        var run = await new Run().ArgsAsync(["explain", "--question", "age", "--manifest", _folder.At("data/form.json")]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("this is not a manifest of a release", run.Error, StringComparison.Ordinal);
    }

    private async Task ReleaseAsync()
    {
        var run = await new Run { WorkingFolder = _folder.At("data") }.ArgsAsync(
        [
            "clean", _folder.At("data/export.csv"), "--form", _folder.At("data/form.json"), "-o", _folder.At("out"), "--level", "internal", "--consent", "none",
            "--key", _folder.At("key-1"), "--fail-on", "never",
        ]);
        Assert.Equal(0, run.Code);
    }

    private Task<Run> ColumnAsync(string question, params string[] more) =>
        new Run().ArgsAsync(["explain", "--question", question, "--manifest", _folder.At("out/manifest.json"), .. more]);

    private Task<Run> ExplainAsync(params string[] more) => new Run { WorkingFolder = _folder.At("data") }.ArgsAsync(
        ["explain", _folder.At("data/export.csv"), "--form", _folder.At("data/form.json"), .. more]);

    private void WriteKey(string name, char digit)
    {
        var path = _folder.Write(name, new string(digit, 64) + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
