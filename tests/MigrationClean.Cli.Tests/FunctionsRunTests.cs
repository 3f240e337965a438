namespace MigrationClean.Cli.Tests;

public sealed class FunctionsRunTests
{
    [Theory, InlineData("en"), InlineData("ru"), InlineData("ky")]
    public async Task The_list_is_the_approved_one(string language)
    {
        var run = await new Run().LineAsync($"functions --lang {language}");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Verify($"functions.{language}", run.Out);
    }

    [Fact]
    public async Task The_list_for_programs_is_the_approved_one()
    {
        var run = await new Run().LineAsync("functions -f json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Verify("functions-json", run.Out);
    }

    [Fact]
    public async Task A_function_is_explained_with_where_clients_differ()
    {
        var run = await new Run().LineAsync("functions substring");

        Assert.Equal(
            """
            substring(text, start, length?)
              part of a text, counted from 1, with a length
              note: KoBoCollect does not have it: there the form fails
              offered by: web forms only
              example: substring('hello', 2, 3) → ell

            """,
            run.Out);
    }

    [Theory]
    [InlineData("is-selected", "selected(list, choice)\n")]
    [InlineData("enclosed-area", "area(shape…)\n")]
    [InlineData("format-date-time", "format-date(date, pattern)\n")]
    public async Task Another_name_leads_to_the_function(string name, string signature)
    {
        var run = await new Run().LineAsync($"functions {name}");

        Assert.Equal(0, run.Code);
        Assert.StartsWith(signature, run.Out, StringComparison.Ordinal);
        Assert.Contains($": {name} (", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("selekted", "`selected`")]
    [InlineData("If", "`if`")]
    [InlineData("thousands-sep", "`migrationclean functions`")]
    public async Task An_unknown_name_is_refused_with_the_nearest(string name, string named)
    {
        var run = await new Run().LineAsync($"functions {name}");

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("functions sum min"), InlineData("functions -f sarif"), InlineData("functions --bogus")]
    public async Task A_wrong_line_is_refused(string line)
    {
        var run = await new Run().LineAsync(line);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.StartsWith("error", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_completed()
    {
        var run = await new Run().ArgsAsync(["[suggest:21]", "functions count-selec"]);

        Assert.Equal("count-selected\n", run.Out);
    }
}
