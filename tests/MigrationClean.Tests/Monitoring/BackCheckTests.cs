using MigrationClean.Checks;
using MigrationClean.Checks.BackCheck;
using MigrationClean.Diagnostics;
using MigrationClean.Monitoring;
using MigrationClean.Tests.Checks;

namespace MigrationClean.Tests.Monitoring;

/// <summary>Second interviews in the supervisor's view.</summary>
public sealed class BackCheckTests
{
    [Fact]
    public void Error_rates_are_told_by_enumerator_back_checker_and_question()
    {
        var lines = BackCheckSheet.Of(Context("back-check-differs")).Where(l => l.Kind == 1).Select(l => (l.By, l.Name, l.Pairs, l.Compared, l.Differing, l.Mark));

        Assert.Equal(
            [
                ("enumerator", "E1", 10, 18, 2, Mark.Act),
                ("enumerator", "E2", 2, 4, 1, Mark.Small),
                ("back_checker", "S1", 12, 22, 3, Mark.Act),
                ("question", "members", 12, 12, 3, Mark.Act),
                ("question", "migrant", 10, 10, 0, Mark.None),
            ],
            lines);
    }

    [Fact]
    public void Special_codes_and_blanks_are_not_compared()
    {
        var pairs = Context("back-check-differs").BackCheck!;

        Assert.Equal((12, 1), (pairs.Pairs.Length, pairs.NotJoined));
        Assert.DoesNotContain(pairs.Compared, a => a.Question.Question.Name == "migrant" && a.Row is 3 or 5);
        Assert.DoesNotContain(pairs.Compared, a => a.Question.Question.Name == "rooms");
    }

    [Theory]
    [InlineData("2", 10, 12, true)]
    [InlineData("2", 10, 13, false)]
    [InlineData("10%", 100, 110, true)]
    [InlineData("10%", 100, 111, false)]
    [InlineData("0", 5, 5, true)]
    public void Numbers_agree_within_the_range(string text, double first, double second, bool agree)
    {
        var (range, isPercent) = BackCheckQuestion.RangeOf(text);

        Assert.Equal(agree, new BackCheckQuestion(null!, BackCheckKind.Fixed, null!, null!, range, isPercent).Agree(first, second));
    }

    [Fact]
    public void A_range_that_is_no_number_is_refused() =>
        Assert.Equal("settings/not-a-range", Assert.Throws<InputException>(() => BackCheckQuestion.RangeOf("a bit")).Key);

    private static CheckContext Context(string name)
    {
        var file = CaseFile.Load("checks", CaseFile.NamesIn("checks").First(n => n.StartsWith(name, StringComparison.Ordinal)));
        var (submissions, settings) = (CaseSurvey.Submissions(file), CaseSurvey.Settings(file));
        return new(submissions, Consent.Find(submissions, settings.Consent), settings);
    }
}
