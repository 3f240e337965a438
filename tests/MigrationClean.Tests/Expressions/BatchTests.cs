using System.Text.Json.Nodes;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;

namespace MigrationClean.Tests.Expressions;

public sealed class BatchTests
{
    private const string Fixtures = """{"home":{"xml":"<home><age>30</age><child><name>Аида</name></child><child><name>Бек</name></child></home>","types":{"/home/age":"int"}}}""";

    [Fact]
    public void Answers_come_in_order_and_blank_lines_are_skipped()
    {
        var answers = Batches.Answers("""
            {"id":"b","expr":"1 + 1","context":{},"type":"number"}

            {"id":"a","expr":"'x'","type":"string","note":"other fields are ignored"}
            {"id":"b","expr":"2 > 1"}
            """);

        Assert.Equal(
            ["""{"id":"b","type":"number","value":2}""", """{"id":"a","type":"string","value":"x"}""", """{"id":"b","type":"boolean","value":true}"""], answers);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_texts()
    {
        var answers = Batches.Answers("""
            {"id":"1","expr":"0 div 0"}
            {"id":"2","expr":"1 div 0"}
            {"id":"3","expr":"-1 div 0"}
            """);

        Assert.Equal(["NaN", "Infinity", "-Infinity"], answers.Select(answer => (string?)JsonNode.Parse(answer)!["value"]));
    }

    [Fact]
    public void A_node_set_is_a_list_of_texts()
    {
        var answers = Batches.Answers("""{"id":"1","expr":"/home/child/name","context":{"fixture":"home","path":"/home/age"}}""", Fixtures);

        Assert.Equal(["""{"id":"1","type":"nodeset","value":["Аида","Бек"]}"""], answers);
    }

    [Fact]
    public void An_error_says_its_code_and_its_place_in_code_points()
    {
        var answer = JsonNode.Parse(Batches.Answers("""{"id":"1","expr":"'\ud83d\ude00' + ("}""")[0])!;

        Assert.Equal(("error", "EXPR-01", 7), ((string?)answer["type"], (string?)answer["code"], (int?)answer["position"]));
        Assert.Null(answer["value"]);
        Assert.NotEqual("", (string?)answer["message"]);
    }

    [Fact]
    public void Both_dialects_stand_side_by_side_and_say_whether_they_agree()
    {
        var answers = Batches.Answers("""
            {"id":"1","expr":"'2024-06-02' > '2024-06-01'","dialect":"both"}
            {"id":"2","expr":"1 + 1","dialect":"both"}
            """);

        Assert.Equal(
            [
                """{"id":"1","type":"both","value":null,"javarosa":{"type":"boolean","value":false},"enketo":{"type":"boolean","value":true},"agree":false}""",
                """{"id":"2","type":"both","value":null,"javarosa":{"type":"number","value":2},"enketo":{"type":"number","value":2},"agree":true}""",
            ],
            answers);
    }

    [Fact]
    public void The_dialect_of_the_run_holds_where_a_line_names_none()
    {
        var lines = """
            {"id":"1","expr":"'1e3' + 0"}
            {"id":"2","expr":"'1e3' + 0","dialect":"javarosa"}
            """;
        var answers = Batches.Answers(lines, settings: Batches.Settings with { Dialect = DialectChoice.Enketo });

        Assert.Equal(["""{"id":"1","type":"number","value":1000}""", """{"id":"2","type":"number","value":"NaN"}"""], answers);
    }

    [Fact]
    public void The_clock_of_the_run_holds_where_a_line_has_none() => Assert.Equal(
        ["""{"id":"1","type":"date","value":"2024-03-05T09:00:00.000+00:00"}"""], Batches.Answers("""{"id":"1","expr":"now()","type":"date"}"""));

    [Fact]
    public void A_node_that_is_not_there_is_an_error_of_that_line_alone()
    {
        var answers = Batches.Answers(
            """
            {"id":"1","expr":".","context":{"fixture":"home","path":"/home/child[3]/name"}}
            {"id":"2","expr":".","context":{"fixture":"home","path":"/home/child[2]/name"},"type":"string"}
            """,
            Fixtures);

        Assert.Equal("EXPR-06", (string?)JsonNode.Parse(answers[0])!["code"]);
        Assert.Equal("""{"id":"2","type":"string","value":"Бек"}""", answers[1]);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"expr":"1"}""")]
    [InlineData("""{"id":1,"expr":"1"}""")]
    [InlineData("""{"id":"a"}""")]
    [InlineData("""{"id":"a","expr":3}""")]
    [InlineData("""{"id":"a","expr":"1","type":"integer"}""")]
    [InlineData("""{"id":"a","expr":"1","dialect":"xpath"}""")]
    [InlineData("""{"id":"a","expr":"1","context":[]}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"tz":"Nowhere/City"}}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"now":"yesterday"}}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"fixture":"unknown"}}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"secondary":{"x":"<a>"}}}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"selects":[{"choices":[]}]}}""")]
    [InlineData("""{"id":"\ud800","expr":"1"}""")]
    [InlineData("""{"id":"a","expr":"\ud800"}""")]
    [InlineData("""{"\ud800":1,"id":"a","expr":"1"}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"relevant":{"\ud800":"1"}}}""")]
    [InlineData("""{"id":"a","expr":"1","context":{"itext":{"en":{"\udc00":"1"}}}}""")]
    [InlineData("""{"id":"a","record":{},"form":"f"}""")]
    public void A_line_that_is_none_ends_the_run_and_names_its_row(string line)
    {
        var refused = Batches.Refused($"{{\"id\":\"1\",\"expr\":\"1\"}}\n{line}\n");

        Assert.Equal(("FILE-04", 2), (refused.Code, refused.Location?.Row));
    }

    [Fact]
    public void Other_fields_may_hold_anything() =>
        Assert.Single(Batches.Answers("""{"note":["\ud800",{"x":"\udc00"}],"id":"a","expr":"1","context":{"more":"\ud800"}}"""));

    [Theory, InlineData("[]"), InlineData("{"), InlineData("")]
    public void Fixtures_that_are_no_object_end_the_run(string fixtures) =>
        Assert.Equal("FILE-04/fixtures", Batches.Refused("""{"id":"1","expr":"1"}""", fixtures).Key);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>")]
    [InlineData("<a><b></a>")]
    [InlineData("plain")]
    public void Xml_that_cannot_be_read_ends_the_run(string xml)
    {
        var fixtures = new JsonObject { ["f"] = new JsonObject { ["xml"] = xml } }.ToJsonString();

        Assert.Equal("FILE-04", Batches.Refused("""{"id":"1","expr":"1","context":{"fixture":"f"}}""", fixtures).Code);
    }

    [Fact]
    public void Messages_come_in_the_language_asked_for()
    {
        var (english, russian) = (MessageIn(Language.English), MessageIn(Language.Russian));

        Assert.NotEqual(english, russian);
    }

    private static string MessageIn(Language language) =>
        (string)JsonNode.Parse(Batches.Answers("""{"id":"1","expr":"1 +"}""", settings: Batches.Settings with { Language = language })[0])!["message"]!;
}
