namespace MigrationClean.Cli.Tests;

public sealed class EvalRunTests : IDisposable
{
    private const string Xml = "<home><age>17</age><child><age>3</age></child><child><age>5</age></child></home>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("1 + 1", "2\n")]
    [InlineData("-2 + 1", "-1\n")]
    [InlineData("'a b'", "a b\n")]
    [InlineData("2 > 1", "true\n")]
    [InlineData("''", "\n")]
    public async Task A_value_is_printed(string expression, string expected)
    {
        var run = await new Run().ArgsAsync(["eval", expression]);

        Assert.Equal((0, expected, ""), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task The_clock_and_the_zone_come_from_the_line()
    {
        var run = await new Run().ArgsAsync(["eval", "now()", "--type", "date", "--now", "2024-03-15T10:00:00Z", "--tz", "Asia/Bishkek"]);

        Assert.Equal((0, "2024-03-15T16:00:00.000+06:00\n"), (run.Code, run.Out));
    }

    [Fact]
    public async Task The_clock_of_the_machine_stands_in_for_the_clock() =>
        Assert.Equal("2024-03-05T09:00:00.000+00:00\n", (await new Run().ArgsAsync(["eval", "now()", "--type", "date"])).Out);

    [Fact]
    public async Task An_instance_is_walked_from_a_node()
    {
        File.WriteAllText(_folder.At("a.xml"), Xml);

        var run = await new Run().ArgsAsync(["eval", ". + ../../age", "--instance", _folder.At("a.xml"), "--at", "/home/child[2]/age"]);
        var nodes = await new Run().ArgsAsync(["eval", "/home/child/age", "--instance", _folder.At("a.xml")]);

        Assert.Equal((0, "22\n"), (run.Code, run.Out));
        Assert.Equal((0, "3\n5\n"), (nodes.Code, nodes.Out));
    }

    [Fact]
    public async Task Dialects_that_agree_give_one_line_and_others_two()
    {
        var same = await new Run().ArgsAsync(["eval", "1 + 1", "--dialect", "both"]);
        var other = await new Run().ArgsAsync(["eval", "'1e3' + 0", "--dialect", "both"]);

        Assert.Equal("2\n", same.Out);
        Assert.Equal("javarosa: NaN\nenketo: 1000\n", other.Out);
    }

    [Fact]
    public async Task A_mistake_is_shown_with_its_place()
    {
        var run = await new Run().ArgsAsync(["eval", "1 + (2"]);

        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.StartsWith("error[EXPR-01]: ", run.Error);
        Assert.EndsWith("\n  --> 1 + (2\n          ^\n", run.Error);
    }

    [Fact]
    public async Task Json_holds_the_answer_or_the_mistake()
    {
        var right = await new Run().ArgsAsync(["eval", "1 + 1", "-f", "json"]);
        var wrong = await new Run().ArgsAsync(["eval", "1 +", "-f", "json"]);

        Assert.Equal("""{"version":1,"tool":"migrationclean 1.0.0","expr":"1 + 1","type":"number","value":2}""" + "\n", right.Out);
        Assert.Equal((1, ""), (wrong.Code, wrong.Error));
        Assert.Contains("\"type\":\"error\",\"value\":null,\"code\":\"EXPR-01\",\"position\":3", wrong.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_standard_input_are_answered_in_order()
    {
        var run = await new Run { Input = "{\"id\":\"x\",\"expr\":\"2 * 3\"}\n\n{\"id\":\"y\",\"expr\":\"(\"}\n" }.ArgsAsync(["eval", "--batch", "-"]);

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.StartsWith("{\"id\":\"x\",\"type\":\"number\",\"value\":6}\n{\"id\":\"y\",\"type\":\"error\",", run.Out);
    }

    [Fact]
    public async Task A_wrong_line_ends_the_batch_with_its_place()
    {
        File.WriteAllText(_folder.At("lines.jsonl"), "{\"id\":\"x\",\"expr\":\"1\"}\nnonsense\n");

        var run = await new Run().ArgsAsync(["eval", "--batch", _folder.At("lines.jsonl")]);

        Assert.Equal(2, run.Code);
        Assert.Contains("lines.jsonl", run.Error, StringComparison.Ordinal);
        Assert.Contains("row 2", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_go_to_a_file_that_is_not_replaced()
    {
        var target = _folder.At("answers.jsonl");
        string[] args = ["eval", "--batch", "-", "-o", target];
        var first = await new Run { Input = "{\"id\":\"x\",\"expr\":\"1\"}" }.ArgsAsync(args);
        var second = await new Run { Input = "{\"id\":\"x\",\"expr\":\"1\"}" }.ArgsAsync(args);

        Assert.Equal((0, 2, ""), (first.Code, second.Code, first.Out));
        Assert.Equal("{\"id\":\"x\",\"type\":\"number\",\"value\":1}\n", File.ReadAllText(target));
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("eval 1 --batch -")]
    [InlineData("eval 1 --fixtures a.json")]
    [InlineData("eval 1 --fromat json")]
    [InlineData("eval --batsh x.jsonl")]
    [InlineData("eval 1 a.csv")]
    [InlineData("eval 1 --submission k")]
    [InlineData("eval 1 --instance missing.xml")]
    [InlineData("eval 1 --dialect xpath")]
    [InlineData("eval 1 --type int")]
    [InlineData("eval 1 --tz Nowhere")]
    [InlineData("eval --batch - --at /a")]
    public async Task A_wrong_line_is_refused(string line)
    {
        var run = await new Run { Input = "" }.LineAsync(line);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("error", run.Error);
    }

    [Fact]
    public async Task An_instance_that_is_no_xml_is_refused()
    {
        File.WriteAllText(_folder.At("a.xml"), "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>");

        var run = await new Run().ArgsAsync(["eval", "/a", "--instance", _folder.At("a.xml")]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("FILE-04", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_is_run_again_as_both_clients_would()
    {
        var forms = _folder.Write("forms.json", """
            {"f":{"survey":[{"type":"date","name":"left","label":"Left"},{"type":"text","name":"where","label":"Where","relevant":"${left} > '2022-01-01'"},
             {"type":"integer","name":"age","label":"Age","constraint":". < 120"}]}}
            """);
        var lines = _folder.Write("lines.jsonl", """
            {"id":"a","form":"f","dialect":"both","record":{"left":"2023-05-01","where":"RU","age":"130"}}
            {"id":"b","form":"f","dialect":"both","record":{"left":"2021-05-01","where":"RU","age":"30"}}
            """);

        var run = await new Run().ArgsAsync(["eval", "--batch", lines, "--fixtures", forms]);

        const string Age = """{"path":"/data/age","kind":"constraint","code":"FORM-03"}""";
        const string Where = """{"path":"/data/where","kind":"not-relevant","code":"FORM-01"}""";
        const string Hidden = """{"type":"record","violations":[WHERE],"not_relevant":["/data/where"]}""";
        Assert.Equal(
            "{\"id\":\"a\",\"type\":\"both\",\"value\":null,\"javarosa\":" + Hidden.Replace("WHERE", $"{Where},{Age}", StringComparison.Ordinal)
            + ",\"enketo\":{\"type\":\"record\",\"violations\":[" + Age + "],\"not_relevant\":[]},\"agree\":false}\n"
            + "{\"id\":\"b\",\"type\":\"both\",\"value\":null,\"javarosa\":" + Hidden.Replace("WHERE", Where, StringComparison.Ordinal)
            + ",\"enketo\":" + Hidden.Replace("WHERE", Where, StringComparison.Ordinal) + ",\"agree\":true}\n",
            run.Out);
        Assert.Equal(0, run.Code);
    }
}
