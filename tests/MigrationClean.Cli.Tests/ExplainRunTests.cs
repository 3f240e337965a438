using System.Text.Json.Nodes;

namespace MigrationClean.Cli.Tests;

public sealed class ExplainRunTests : IDisposable
{
    private const string Form = """
        {"survey":[{"type":"select_one yn","name":"agree","label":"Do you agree?"},
         {"type":"begin_group","name":"home","label":"Home","relevant":"${agree} = 'yes'"},
         {"type":"integer","name":"rooms","label":"Rooms","constraint":". > 0 and . < 20"},{"type":"end_group"}],
         "choices":[{"list_name":"yn","name":"yes","label":"Yes"},{"list_name":"yn","name":"no","label":"No"}]}
        """;

    private const string Export = "agree,home/rooms,_id,_uuid\nno,3,7,aa-1\nyes,99,8,BB-2\nyes,2,9,cc-3\n";

    private readonly TemporaryFolder _folder = new();

    public ExplainRunTests()
    {
        File.WriteAllText(_folder.At("form.json"), Form);
        File.WriteAllText(_folder.At("export.csv"), Export);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("FORM-05", "FORM-05 choice-not-in-list (error)")]
    [InlineData("choice-not-in-list", "FORM-05 choice-not-in-list (error)")]
    [InlineData("ref-unknown", "LINT-64 ref-unknown (error)")]
    [InlineData("file-04", "FILE-04 file-damaged (error)")]
    public async Task A_check_is_explained_by_code_or_name(string typed, string head)
    {
        var run = await new Run().ArgsAsync(["explain", typed]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith(head, run.Out, StringComparison.Ordinal);
        Assert.Contains("\nfix:\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_code_gets_the_nearest()
    {
        var run = await new Run().ArgsAsync(["explain", "FORM-99"]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("did you mean `FORM-09`?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_that_closed_a_group_is_named()
    {
        var run = await Explain("uuid:AA-1");

        Assert.Equal(0, run.Code);
        Assert.Contains("/data/home/rooms", run.Out, StringComparison.Ordinal);
        Assert.Contains("${agree} = 'yes' → false", run.Out, StringComparison.Ordinal);
        Assert.Contains("closed by: «Do you agree?» (`agree`) = no (No)", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("bb-2")]
    public async Task Each_part_of_a_broken_rule_has_its_value(string key)
    {
        var rule = JsonNode.Parse((await Explain(key, "-f", "json")).Out)!["questions"]![0]!["rules"]![1]!;

        Assert.Equal(("constraint", "broken"), ((string)rule["rule"]!, (string)rule["verdict"]!));
        Assert.Equal(". > 0 and . < 20", (string)rule["expression"]!);
        Assert.Equal("«Rooms»: 99 > 0 and «Rooms»: 99 < 20", (string)rule["filled"]!);
        Assert.Equal(["false", "true", "99", "false", "99"], rule["parts"]!.AsArray().Select(p => (string)p!["value"]!));
    }

    [Fact]
    public async Task A_submission_in_order_has_nothing_to_explain_but_a_question_of_it_has()
    {
        Assert.Contains("No rule is broken", (await Explain("9")).Out, StringComparison.Ordinal);
        Assert.Contains("result: true: the answer is allowed", (await Explain("9", "--question", "rooms")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1234", null, "no submission of `export.csv` has the key `1234`")]
    [InlineData("9", "romms", "did you mean `rooms`?")]
    public async Task What_is_not_there_is_said(string key, string? question, string said)
    {
        var run = await Explain(key, question is null ? [] : ["--question", question]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${rooms} * 2", "4\n")]
    [InlineData("/data/agree", "yes\n")]
    public async Task An_expression_is_evaluated_on_a_submission(string expression, string value)
    {
        var run = await new Run().ArgsAsync(
            ["eval", expression, _folder.At("export.csv"), "--form", _folder.At("form.json"), "--submission", "9", "--type", "string", "--dialect", "enketo"]);

        Assert.Equal((0, value, ""), (run.Code, run.Out, run.Error));
    }

    private Task<Run> Explain(string key, params string[] more) =>
        new Run().ArgsAsync(["explain", _folder.At("export.csv"), "--form", _folder.At("form.json"), "--submission", key, .. more]);
}
