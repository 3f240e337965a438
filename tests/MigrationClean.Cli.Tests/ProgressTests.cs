using MigrationClean.Cli.Terminal;

namespace MigrationClean.Cli.Tests;

public sealed class ProgressTests
{
    [Theory, InlineData(0), InlineData(900)]
    public async Task Work_gives_its_result_with_and_without_the_line(int milliseconds)
    {
        var result = await Progress.ShowAsync(
            steps =>
            {
                steps.Report(new(Stage.Checking, Done: 1, Total: 2));
                Thread.Sleep(milliseconds);
                return 5;
            },
            step => $"[{step.Stage}] {step.Done}/{step.Total}");

        Assert.Equal(5, result);
    }

    [Fact]
    public async Task Trouble_of_the_work_comes_through_the_line_unchanged() => await Assert.ThrowsAsync<OperationCanceledException>(() => Progress.ShowAsync<int>(
        _ =>
        {
            Thread.Sleep(900);
            throw new OperationCanceledException();
        },
        _ => "working"));

    [Theory]
    [InlineData(true, "", "", true)]
    [InlineData(false, "", "", false)]
    [InlineData(true, "1", "", false)]
    [InlineData(true, "", "dumb", false)]
    public void Colour_follows_terminal_and_environment(bool isTerminal, string noColor, string term, bool expected)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["NO_COLOR"] = noColor, ["TERM"] = term };

        Assert.Equal(expected, Colour.IsOn(ColourChoice.Auto, isTerminal, variables) || (expected && OperatingSystem.IsWindows()));
        Assert.True(Colour.IsOn(ColourChoice.Always, isTerminal, variables));
        Assert.False(Colour.IsOn(ColourChoice.Never, isTerminal, variables));
    }
}
