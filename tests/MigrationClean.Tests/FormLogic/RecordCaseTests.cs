using System.Text;
using System.Text.Json.Nodes;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Batch;
using MigrationClean.Files;
using MigrationClean.Reporting;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.FormLogic;

/// <summary>
/// The cases of <c>tests/cases/form-logic</c>: whole records as <c>eval --batch</c> takes them, with what is broken (<c>violations</c>, in any order)
/// and what is not relevant, in form order.
/// </summary>
public sealed class RecordCaseTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "cases", "form-logic");

    [Fact]
    public void Every_record_gives_what_it_says()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "records.jsonl"));
        var cases = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();

        var answers = Answers(text, File.ReadAllText(Path.Combine(Folder, "forms.json")));

        Assert.Equal(cases.Length, answers.Length);
        var wrong = cases.Zip(answers).Where(pair => !Says(pair.Second, pair.First["expect"]!))
            .Select(pair => $"{pair.First["id"]}: {pair.First["note"]}: {pair.Second.ToJsonString()}");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("""{"a":[]}""")]
    [InlineData("""{"a":5}""")]
    [InlineData("""{"a":{"b":"1"}}""")]
    public void A_record_that_is_not_built_as_the_form_is_refused(string record)
    {
        var refusal = Assert.Throws<InputException>(() => Answers(
            $$"""{"id":"1","form":"f","record":{{record}}}""", """{"f":{"survey":[{"type":"integer","name":"a"}]}}"""));

        Assert.Equal("FILE-04/batch-field", refusal.Key);
    }

    [Fact]
    public void Broken_rules_come_in_the_order_of_the_form()
    {
        var answer = Answers(
            """{"id":"1","form":"f","record":{"m":[{"b":"","a":""},{"b":"","a":"1"}]}}""",
            """{"f":{"survey":[{"type":"begin_repeat","name":"m"},{"type":"integer","name":"a","required":"yes"},{"type":"integer","name":"b","required":"yes"},{"type":"end_repeat"}]}}""");

        Assert.Equal(["/data/m[1]/a", "/data/m[1]/b", "/data/m[2]/b"], answer[0]["violations"]!.AsArray().Select(v => (string)v!["path"]!));
    }

    private static JsonNode[] Answers(string lines, string forms)
    {
        using var output = new StringWriter();
        RecordAnswers.Run(Held("lines", lines), Held("forms", forms), new EvaluationSettings { Now = DateTimeOffset.UnixEpoch }, output);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

        static InputFile Held(string name, string text) => InputFile.FromStream(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
    }

    private static bool Says(JsonNode answer, JsonNode expected) =>
        Facts(answer).SequenceEqual(Facts(expected), StringComparer.Ordinal)
        && JsonNode.DeepEquals(answer["not_relevant"], expected["not_relevant"]);

    private static IEnumerable<string> Facts(JsonNode node) => node["violations"]!.AsArray()
        .Select(v => $"{v!["path"]} {v["kind"]} {v["code"]} {v["expected"]} {v["value"]} {v["actual"]}").Order(StringComparer.Ordinal);
}
