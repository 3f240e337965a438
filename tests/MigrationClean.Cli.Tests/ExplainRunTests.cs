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

    [Fact]
    public async Task The_filter_of_a_list_is_shown_for_each_choice_that_was_chosen()
    {
        File.WriteAllText(_folder.At("form.json"), """
            {"survey":[{"type":"select_one r","name":"region","label":"Region"},
             {"type":"select_multiple d","name":"seen","label":"Seen","choice_filter":"of = ${region}"}],
             "choices":[{"list_name":"r","name":"O","label":"Osh"},{"list_name":"r","name":"J","label":"Jalal-Abad"},
              {"list_name":"d","name":"o1","label":"Alai","of":"O"},{"list_name":"d","name":"j1","label":"Suzak","of":"J"}]}
            """);
        File.WriteAllText(_folder.At("export.csv"), "region,seen,_id\nO,o1 j1 zz,7\n");

        var run = await Explain("7", "--question", "seen");
        var rules = JsonNode.Parse((await Explain("7", "--question", "seen", "-f", "json")).Out)!["questions"]![0]!["rules"]!.AsArray();

        Assert.Equal(["o1 holds", "j1 broken", "zz not-judged"], rules.Select(r => $"{r!["choice"]} {r["verdict"]}"));
        Assert.Equal(["false", "J", "O"], rules[1]!["parts"]!.AsArray().Select(p => (string)p!["value"]!));
        Assert.Contains("choice_filter for the choice j1 (Suzak): of = ${region}", run.Out, StringComparison.Ordinal);
        Assert.Contains("broken: the form does not offer `j1`\n    hidden because of: «Region» (`region`) = O (Osh)", run.Out, StringComparison.Ordinal);
        Assert.Contains("cannot be told: `zz` is not in the list of choices", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("English (en)", "Yes\n")]
    [InlineData("ru", "Да\n")]
    public async Task An_expression_takes_labels_in_the_language_that_is_asked_for(string language, string label)
    {
        File.WriteAllText(_folder.At("form.json"), """
            {"survey":[{"type":"select_one yn","name":"agree","label::English (en)":"Agree","label::Русский (ru)":"Согласны"}],
             "choices":[{"list_name":"yn","name":"yes","label::English (en)":"Yes","label::Русский (ru)":"Да"}]}
            """);
        File.WriteAllText(_folder.At("export.csv"), "agree,_id\nyes,7\n");

        var run = await new Run().ArgsAsync(
            ["eval", "jr:choice-name(${agree}, '${agree}')", _folder.At("export.csv"), "--form", _folder.At("form.json"), "--submission", "7", "--labels", language]);

        Assert.Equal((0, label, ""), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task An_expression_reads_an_export_in_the_encoding_that_is_named()
    {
        File.WriteAllBytes(_folder.At("export.csv"), [.. "agree,_id\n"u8, 0xC4, 0xE0, .. ",7\n"u8]);

        var run = await new Run().ArgsAsync(
            ["eval", "${agree}", _folder.At("export.csv"), "--form", _folder.At("form.json"), "--submission", "7", "--encoding", "windows-1251", "--type", "string"]);

        Assert.Equal((0, "Да\n", ""), (run.Code, run.Out, run.Error));
    }

    private Task<Run> Explain(string key, params string[] more) =>
        new Run().ArgsAsync(["explain", _folder.At("export.csv"), "--form", _folder.At("form.json"), "--submission", key, .. more]);
}
