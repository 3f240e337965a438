using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Tests.Expressions;

/// <summary>Whatever stands in a form, an expression gives a value or an error: no crash, no stack overflow, no endless work.</summary>
public sealed class HostileExpressionTests
{
    private static readonly Gen<string> Piece = Gen.Elements(
        "(", ")", "[", "]", "/", "//", "..", ".", "*", "-", "+", "=", "!=", "<", ">=", "|", ",", "@", "::", "'", "\"", "'a'", "1", "2.5", "$", "${", "}",
        "and", "or", "div", "mod", "if", "count(", "concat(", "position()", "a", "data", "child::", "text()", " ", "\n", "😀", "ж", "\ud800", "&", "%", ";");

    public static TheoryData<string> Deep => new(
        new string('(', 60_000), new string('-', 60_000) + "1", Repeat("not(", 15_000), Repeat("a[", 30_000), "1" + Repeat("+1", 20_000), "1" + Repeat("*1", 20_000),
        "1" + Repeat(" or 1", 12_000), "1" + Repeat("=1", 20_000), "a" + Repeat("|a", 20_000), Repeat("if(1,", 12_000), Repeat("(1+", 20_000), Repeat("concat(", 9_000));

    [Theory, MemberData(nameof(Deep))]
    public void A_tree_that_is_too_high_is_an_error(string expression)
    {
        Assert.Null(Parser.Parse(expression, out var error));
        Assert.NotNull(error);
        Assert.InRange(error.Position, 0, expression.Length);
    }

    [Fact]
    public void The_highest_tree_allowed_is_compiled_and_evaluated_on_a_small_stack()
    {
        var expression = new string('(', 150) + "1" + Repeat("+1", ExpressionLimits.Height - 2) + new string(')', 150);
        var answer = "";
        var thread = new Thread(() => answer = Batches.Answers($$"""{"id":"1","expr":"{{expression}}"}""")[0], 1024 * 1024);
        thread.Start();
        thread.Join();

        Assert.Equal(ExpressionLimits.Height - 1, (int?)JsonNode.Parse(answer)!["value"]);
    }

    [Fact]
    public void A_long_path_and_a_long_text_are_no_trouble()
    {
        Assert.NotNull(Parser.Parse("/data" + Repeat("/a", 30_000), out _));
        Assert.NotNull(Parser.Parse($"'{new string('x', 65_000)}'", out _));
        Assert.Null(Parser.Parse($"'{new string('x', 66_000)}'", out var error));
        Assert.Equal("EXPR-05", error!.Code);
    }

    [Theory]
    [InlineData("count(//*[//*[//*]])")]
    [InlineData("count(//a[count(//a) = count(//a[. = ../a])])")]
    [InlineData("//a = //a[. = 'x'] or //a = //b or count(//a | //a | //*) > count(//*[//a = ../a])")]
    [InlineData("count(//*/following::*/preceding::*)")]
    public void Too_many_nodes_are_an_error(string expression)
    {
        var xml = new JsonObject { ["f"] = new JsonObject { ["xml"] = $"<r>{Repeat("<a>1</a>", 8000)}</r>" } }.ToJsonString();
        var line = new JsonObject { ["id"] = "1", ["expr"] = expression, ["dialect"] = "enketo", ["context"] = new JsonObject { ["fixture"] = "f" } }.ToJsonString();

        Assert.Equal("EXPR-05", (string?)JsonNode.Parse(Batches.Answers(line, xml)[0])!["code"]);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(.*)*x(.*)*y$")]
    public void A_pattern_that_would_never_end_is_an_error(string pattern)
    {
        var line = $$"""{"id":"1","expr":"regex('{{new string('a', 60)}}!', '^{{pattern}}')"}""";

        Assert.Equal("EXPR-05", (string?)JsonNode.Parse(Batches.Answers(line)[0])!["code"]);
    }

    [Fact]
    public void Relevance_that_asks_for_the_next_one_a_thousand_times_ends()
    {
        var names = Enumerable.Range(0, 5000).Select(i => $"q{i}").ToArray();
        var xml = new JsonObject { ["f"] = new JsonObject { ["xml"] = $"<d>{string.Concat(names.Select(n => $"<{n}>1</{n}>"))}</d>" } }.ToJsonString();
        var relevant = new JsonObject(names.SkipLast(1).Select((n, i) => KeyValuePair.Create<string, JsonNode?>($"/d/{n}", $"/d/q{i + 1} = 1")));
        var line = new JsonObject { ["id"] = "1", ["expr"] = "/d/q0", ["context"] = new JsonObject { ["fixture"] = "f", ["relevant"] = relevant } };

        Assert.Single(Batches.Answers(line.ToJsonString(), xml));
    }

    [Fact]
    public void Any_text_parses_or_says_where_it_does_not() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => IsParsedOrPlaced(text.Get)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_tokens_parse_or_say_where_they_do_not() =>
        Prop.ForAll(Piece.ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), IsParsedOrPlaced).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_tokens_give_one_answer() => Prop.ForAll(Piece.ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), text =>
    {
        var wellFormed = text.Replace("\ud800", "", StringComparison.Ordinal);
        var line = new JsonObject { ["id"] = "1", ["expr"] = wellFormed, ["dialect"] = "both", ["context"] = new JsonObject { ["fixture"] = "f" } };
        return Batches.Answers(line.ToJsonString(), """{"f":{"xml":"<data><a>1</a><a>2</a></data>"}}""").Length == 1;
    }).QuickCheckThrowOnFailure();

    private static bool IsParsedOrPlaced(string text)
    {
        var tree = Parser.Parse(text, out var error);
        if (tree is null) return error is not null && error.Position >= 0 && error.Position <= text.Length;
        return error is null && tree.All.All(part => part.Position >= 0 && part.Position <= part.End && part.End <= text.Length);
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
