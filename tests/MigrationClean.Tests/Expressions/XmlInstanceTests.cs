using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Tests.Expressions;

public sealed class XmlInstanceTests
{
    private static readonly Dictionary<string, Operation> AllRelevant = [];

    [Fact]
    public void Nodes_stand_in_document_order()
    {
        var tree = Read("<a x='1'><b>t<c/>u</b><d/></a>")!;

        Assert.Equal(
            [NodeKind.Document, NodeKind.Element, NodeKind.Attribute, NodeKind.Element, NodeKind.Text, NodeKind.Element, NodeKind.Text, NodeKind.Element], tree.Kinds);
        Assert.Equal(["", "a", "x", "b", "", "c", "", "d"], tree.Names);
        Assert.Equal([-1, 0, 1, 1, 3, 3, 3, 1], tree.Parents);
        Assert.Equal([8, 8, 3, 7, 5, 6, 7, 8], tree.Ends);
    }

    [Fact]
    public void The_text_of_a_node_is_all_that_is_in_it()
    {
        var tree = Read("<a>one<b>two</b><!-- no -->three<c><![CDATA[<4>]]>&amp;</c></a>")!;

        Assert.Equal("onetwothree<4>&", tree.TextOf(1));
        Assert.Equal("", Read("<a/>")!.TextOf(1));
    }

    [Fact]
    public void Prefixes_stay_in_names_declared_or_not()
    {
        var tree = Read("<data xmlns='http://x.example/' xmlns:p='http://p.example/' p:v='2'><orx:meta><orx:id>7</orx:id></orx:meta></data>")!;

        Assert.Equal(["", "data", "p:v", "orx:meta", "orx:id", ""], tree.Names);
        Assert.Contains("/data/orx:meta/orx:id", tree.Paths);
    }

    [Fact]
    public void Iterations_share_a_path()
    {
        var tree = Read("<a><r><q>1</q></r><r><q>2</q></r></a>")!;

        Assert.Equal(["", "/a", "/a/r", "/a/r/q"], tree.Paths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("<a>")]
    [InlineData("<a></b>")]
    [InlineData("<a/><b/>")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a>&undefined;</a>")]
    public void What_is_no_xml_is_not_read(string xml) => Assert.Null(Read(xml));

    [Fact]
    public void Xml_that_is_nested_too_deeply_is_not_read()
    {
        Assert.NotNull(Read(Nested(200)));
        Assert.Null(Read(Nested(300)));
        Assert.Null(Read(Nested(100_000)));
    }

    [Theory]
    [InlineData("12", "int", ValueKind.Number)]
    [InlineData("12.5", "decimal", ValueKind.Number)]
    [InlineData("twelve", "int", ValueKind.Text)]
    [InlineData("2024-03-05", "date", ValueKind.Date)]
    [InlineData("2024-02-30", "date", ValueKind.Text)]
    [InlineData("2024-03-05T10:00:00.000+06:00", "dateTime", ValueKind.Date)]
    [InlineData("10:00:00.000+06:00", "time", ValueKind.Date)]
    [InlineData("true", "boolean", ValueKind.Boolean)]
    [InlineData("12", "string", ValueKind.Text)]
    [InlineData("1 2 3 4", "geopoint", ValueKind.Text)]
    [InlineData("", "int", ValueKind.Text)]
    internal void A_node_is_read_by_its_type(string text, string type, ValueKind kind)
    {
        var types = new Dictionary<string, BindType> { ["/a/q"] = TypedText.TypeOf(type) };
        var instance = new XmlInstance(Read($"<a><q>{text}</q></a>")!, types, AllRelevant);
        instance.TryGetOnlyChild(instance.Document, "a", out var root);
        Assert.Equal(1, instance.TryGetOnlyChild(root, "q", out var node));

        Assert.Equal(kind, instance.TypedValueOf(node, new()).Kind);
        Assert.Equal(text, instance.TextOf(node));
    }

    [Fact]
    public void Rows_of_a_list_are_found_by_a_column()
    {
        var list = new XmlInstance(Read("<root><item><n>a</n></item><item><n>b</n></item><item/><item><n>a</n></item></root>")!);
        list.TryGetOnlyChild(list.Document, "root", out var root);

        Assert.Equal(2, list.Find(root, "item", "n", "a")!.Count);
        Assert.Single(list.Find(root, "item", "n", "b")!);
        Assert.Single(list.Find(root, "item", "n", "")!);
        Assert.Empty(list.Find(root, "item", "n", "c")!);
    }

    [Fact]
    public void A_column_that_stands_twice_in_a_row_is_not_looked_up()
    {
        var list = new XmlInstance(Read("<root><item><n>a</n><n>b</n></item></root>")!);
        list.TryGetOnlyChild(list.Document, "root", out var root);

        Assert.Null(list.Find(root, "item", "n", "a"));
    }

    [Fact]
    public void The_rank_counts_siblings_of_the_same_name()
    {
        var instance = new XmlInstance(Read("<a><x/><y/><x/><x/></a>")!);

        Assert.Equal([1, 1, 2, 3], Enumerable.Range(2, 4).Select(i => instance.PositionOf(new(instance, i, 0))));
    }

    private static XmlTree? Read(string xml)
    {
        using var text = new StringReader(xml);
        return XmlTree.Read(text);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
}
