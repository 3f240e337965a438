using System.CommandLine;
using MigrationClean.Cli.Help;

namespace MigrationClean.Cli.Tests;

public sealed class HelpTests
{
    private static readonly string[] Verbs =
        ["", "clean", "validate", "lint", "log", "log new", "log merge", "log check", "log apply", "explain", "eval", "functions", "init", "monitor", "convert", "config", "config show", "completion"];

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var verb in Verbs)
                foreach (var language in (string[])["en", "ru", "ky"]) pages.Add(verb, language);
            return pages;
        }
    }

    public static TheoryData<string> Examples => [.. Verbs.SelectMany(verb => VerbHelp.Of(verb).Examples).Distinct(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Pages))]
    public async Task Help_is_the_approved_one(string verb, string language)
    {
        var run = await new Run().LineAsync($"{verb} --help --lang {language}");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Golden.Verify($"help.{(verb.Length == 0 ? "root" : verb.Replace(' ', '-'))}.{language}", run.Out);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Help_fits_a_narrow_terminal(string verb, string language)
    {
        var run = await new Run().LineAsync($"{verb} --help --lang {language}");

        Assert.DoesNotContain(run.Out.Split('\n'), line => line.Length > 80);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Example_is_a_line_that_the_program_understands(string example)
    {
        var at = new Surroundings(null!, Diagnostics.Messages.For(Diagnostics.Language.English), ProductStages.All);
        var args = Shell.Words(example.Split(" > ")[0])[1..];

        Assert.Null(Arguments.UsageErrors.Find(Root.Create(at).Parse(args)));
    }

    [Fact]
    public async Task Help_wins_over_any_other_mistake()
    {
        var run = await new Run().LineAsync("validate --bogus --help");

        Assert.Equal(0, run.Code);
        Assert.Contains("Usage:", run.Out);
    }

    [Fact]
    public async Task Without_arguments_a_few_lines_go_to_standard_error()
    {
        var run = await new Run().ArgsAsync([]);

        Assert.Equal((2, ""), (run.Code, run.Out));
        Golden.Verify("short", run.Error);
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        var run = await new Run().LineAsync("--version");

        Assert.Equal((0, "migrationclean 1.0.0\n", ""), (run.Code, run.Out, run.Error));
    }
}
