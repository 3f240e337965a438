using System.Text.Json;
using System.Text.Json.Nodes;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Expressions;

/// <summary>
/// The cases of <c>tests/cases/expressions</c>: lines as <c>eval --batch</c> takes them, with what they give in both dialects (<c>expect</c>) or in each
/// (<c>javarosa</c>, <c>enketo</c>). <c>{"error": true}</c> stands for any error.
/// </summary>
public sealed class ExpressionCaseTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "cases", "expressions");

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var file in Directory.GetFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal))
                foreach (var dialect in (string[])["javarosa", "enketo"]) files.Add(Path.GetFileNameWithoutExtension(file), dialect);
            return files;
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_case_gives_what_it_says(string file, string dialect)
    {
        var text = File.ReadAllText(Path.Combine(Folder, $"{file}.jsonl"));
        var cases = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToArray();
        var settings = Batches.Settings with { Dialect = dialect == "enketo" ? DialectChoice.Enketo : DialectChoice.JavaRosa };

        var answers = Batches.Answers(text, File.ReadAllText(Path.Combine(Folder, "fixtures.json")), settings);

        Assert.Equal(cases.Length, answers.Length);
        var wrong = cases.Zip(answers, (asked, answer) => (asked, answer: JsonNode.Parse(answer)!))
            .Where(pair => !Says(pair.answer, pair.asked["expect"] ?? pair.asked[dialect]!))
            .Select(pair => $"{pair.asked["id"]}: {pair.asked["expr"]} gave {pair.answer.ToJsonString()}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void There_are_cases_of_every_section_and_no_id_stands_twice()
    {
        var ids = Directory.GetFiles(Folder, "*.jsonl").SelectMany(File.ReadLines).Select(line => (string)JsonNode.Parse(line)!["id"]!).ToArray();

        Assert.True(ids.Length >= 300, $"{ids.Length}");
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static bool Says(JsonNode answer, JsonNode expected)
    {
        if (expected is JsonObject) return (string?)answer["type"] == "error";
        if (answer["value"] is not { } value || expected.GetValueKind() != value.GetValueKind()) return false;
        if (value.GetValueKind() != JsonValueKind.Number) return JsonNode.DeepEquals(value, expected);
        var (a, b) = ((double)value, (double)expected);
        return a.Equals(b) || Math.Abs(a - b) <= 1e-9 * Math.Max(Math.Abs(a), Math.Abs(b));
    }
}
