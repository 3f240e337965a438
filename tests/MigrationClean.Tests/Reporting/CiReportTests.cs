using System.Xml.Linq;
using MigrationClean.Diagnostics;
using MigrationClean.Reporting;

namespace MigrationClean.Tests.Reporting;

public sealed class CiReportTests
{
    [Fact]
    public void Junit_counts_add_up_and_a_finding_is_the_failure_of_its_check()
    {
        var root = XDocument.Parse(Reports.Write("junit", Reports.Many(30))).Root!;
        Assert.Equal("testsuites", root.Name.LocalName);
        foreach (var element in root.Elements("testsuite").Prepend(root))
        {
            Assert.Equal(element.Descendants("testcase").Count(), int.Parse(element.Attribute("tests")!.Value));
            Assert.Equal(element.Descendants("failure").Count(), int.Parse(element.Attribute("failures")!.Value));
        }

        var failure = root.Descendants("failure").Single();
        Assert.Equal("main", failure.Parent!.Attribute("classname")!.Value);
        Assert.Equal("FORM-05 choice-not-in-list", failure.Parent.Attribute("name")!.Value);
        Assert.Equal("30 places: ‹hidden› is not a choice of `sex` (list `sex`)", failure.Attribute("message")!.Value);
        Assert.Equal(21, failure.Value.TrimEnd('\n').Split('\n').Length);
        Assert.EndsWith("… and 10 more (see --format json)\n", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Below_what_fails_a_check_passes_and_its_findings_are_output()
    {
        var root = XDocument.Parse(Reports.Write("junit", Reports.Many(1, (_, f) => f with { Severity = Severity.Notice }))).Root!;
        Assert.Empty(root.Descendants("failure"));
        Assert.Contains("notice: ‹hidden› is not a choice", root.Descendants("system-out").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Junit_survives_characters_that_xml_cannot_hold()
    {
        var result = Reports.Many(1, (_, f) => f with { Arguments = [new("value", "a\u0001\uFFFE<b>", Sensitive: true), .. f.Arguments[1..]] });
        Assert.Contains("<b>", XDocument.Parse(Reports.Write("junit", result, showValues: true)).Descendants("failure").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Github_escapes_what_would_be_a_command()
    {
        var result = Reports.Many(1, (_, f) => f with
        {
            Location = new() { File = "a,b:c%.csv", Row = 3, Line = 4, ColumnNumber = 2 },
            Arguments = [new("value", "x", Sensitive: true), new("question", "q\r\n::error::owned"), new("list", "100%")],
        });
        Assert.Equal(
            "::error file=a%2Cb%3Ac%25.csv,line=4,col=2,title=FORM-05 choice-not-in-list::‹hidden› is not a choice of `q%0D%0A::error::owned` (list `100%25`)\n",
            Reports.Write("github", result, showValues: true));
    }

    [Fact]
    public void Github_gets_one_line_for_findings_alike_and_ten_of_a_level()
    {
        Assert.EndsWith(" (500 places)\n", Reports.Write("github", Reports.Many(500)), StringComparison.Ordinal);
        var lines = Reports.Write("github", Reports.Many(30, (i, f) => f with { Question = $"q{i}" })).TrimEnd('\n').Split('\n');
        Assert.Equal(10, lines.Length);
        Assert.Equal("::error title=migrationclean::21 more findings, not listed here; `--format json` has all", lines[^1]);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    public void Every_format_hides_answers_and_gives_the_same_text_twice(string format)
    {
        Assert.Contains(format, ReportFormats.Names);
        var text = Reports.Write(format, Reports.Of(Reports.Misspelt));
        Assert.Equal(text, Reports.Write(format, Reports.Of(Reports.Misspelt)));
        Assert.DoesNotContain("femle", text, StringComparison.Ordinal);
        Assert.Contains("‹hidden›", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.NotEqual('\uFEFF', text[0]);
    }

    [Fact]
    public void An_unknown_format_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Reports.Write("pdf", Reports.Of(Reports.Misspelt)));
}
