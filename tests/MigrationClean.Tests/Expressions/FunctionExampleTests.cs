using System.Text.Json.Nodes;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;
using MigrationClean.Expressions.Functions;

namespace MigrationClean.Tests.Expressions;

/// <summary>The example that the list of functions shows is run, in KoBoCollect where it offers the function, else in web forms.</summary>
public sealed class FunctionExampleTests
{
    private const string Survey = """
        {"survey":{
          "xml":"<data><sex>male</sex><note/><child><age>12</age></child><child><age>7</age></child></data>",
          "types":{"/data/child/age":"int"},
          "repeats":["/data/child"],
          "secondary":{"sex":"<root><item><name>female</name><label>Female</label><code>1</code></item><item><name>male</name><label>Male</label><code>2</code></item></root>"}}}
        """;

    private static readonly EvaluationSettings Settings = Batches.Settings with { Now = new(2024, 3, 15, 9, 30, 0, TimeSpan.Zero) };

    public static TheoryData<string> Names => [.. AllFunctions.List.Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public void An_example_gives_the_value_that_is_shown(string name)
    {
        var function = AllFunctions.Find(name)!;
        var dialect = function.OfferedBy.HasFlag(Clients.Collect) ? DialectChoice.JavaRosa : DialectChoice.Enketo;

        Assert.Equal(function.Example.Value, ValueOf(function.Example.Expression, dialect));
    }

    [Theory, MemberData(nameof(Names))]
    public void An_example_calls_its_function(string name) => Assert.Contains($"{name}(", AllFunctions.Find(name)!.Example.Expression, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Names))]
    public void A_function_has_its_texts(string name)
    {
        foreach (var language in Enum.GetValues<Language>()) Assert.True(Messages.For(language).Has($"FUNC/{name}", "summary"));
    }

    [Fact]
    public void Texts_are_there_for_functions_alone() => Assert.Equal(
        AllFunctions.List.Select(f => $"FUNC/{f.Name}").Order(StringComparer.Ordinal),
        Messages.For(Language.English).Keys.Where(key => key.StartsWith("FUNC/", StringComparison.Ordinal)));

    /// <summary>The value as text; the code of an error.</summary>
    private static string ValueOf(string expression, DialectChoice dialect)
    {
        var line = new JsonObject
        {
            ["id"] = "1",
            ["expr"] = expression,
            ["type"] = "string",
            ["context"] = new JsonObject
            {
                ["fixture"] = "survey",
                ["path"] = "/data/note",
                ["selects"] = new JsonArray(new JsonObject
                {
                    ["path"] = "/data/sex",
                    ["choices"] = new JsonArray(new JsonArray("female", "Female"), new JsonArray("male", "Male")),
                }),
            },
        };
        var answer = JsonNode.Parse(Assert.Single(Batches.Answers(line.ToJsonString(), Survey, Settings with { Dialect = dialect })))!;
        return (string?)(answer["value"] ?? answer["code"]) ?? answer.ToJsonString();
    }
}
