using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Cleaning.Applying;

public sealed class LogRefusalTests
{
    [Theory]
    [InlineData("elsewhere|||village|Osh|X|ChangeResponse", "LOGF-01 2")]
    [InlineData("u9|||village|Osh|X|ChangeResponse", "LOGF-01/near 2")]
    [InlineData("|||village|Osh|X|ChangeResponse", "LOGF-01/none 2")]
    [InlineData("u1|member|4|age|9|10|ChangeResponse", "LOGF-03 2")]
    [InlineData("u1|||age|9|10|ChangeResponse", "LOGF-03/needs-row 2")]
    [InlineData("u1|membr|1|age|9|10|ChangeResponse", "LOGF-03/table-near 2")]
    [InlineData("u1||||||RemoveRow", "LOGF-03/no-table 2")]
    [InlineData("u1|||vilage|Osh|X|ChangeResponse", "LOGF-04/near 2")]
    [InlineData("u1|||_uuid|u1|u7|ChangeResponse", "LOGF-04/metadata 2")]
    [InlineData("u1|||size|3|4|ChangeResponse", "LOGF-04/calculate 2")]
    [InlineData("u1|||village|Bishkek|X|ChangeResponse", "LOGF-07 2")]
    [InlineData("u1|||village||X|ChangeResponse", "LOGF-07/blank 2")]
    [InlineData("u2|||reason|work|study|ChangeResponse", "LOGF-07/now-blank 2")]
    [InlineData("u3|||village|7|X|ChangeResponse", "LOGF-07/zero 2")]
    [InlineData("u1|||adults|2|two|ChangeResponse", "LOGF-08 2")]
    [InlineData("u1|||adults|2|2.5|ChangeResponse", "LOGF-08/fraction 2")]
    [InlineData("u1|||left|yes|No|ChangeResponse", "LOGF-08/label 2")]
    [InlineData("u1|||left|yes|maybe|ChangeResponse", "LOGF-08/choice 2")]
    [InlineData("u1|||needs/food|1|ja|ChangeResponse", "LOGF-08/child 2")]
    [InlineData("u1|||village||Osh|AddOption", "LOGF-08/not-multiple 2")]
    [InlineData("u1|||adults|2|50|ChangeResponse", "LOGF-09 2")]
    [InlineData("u2|||reason||work|ChangeResponse", "LOGF-10 2")]
    [InlineData("u1|||village|Osh|X|ChangeResponse\nu1||||||RemoveSurvey", "LOGF-11 2")]
    [InlineData("u1|||village|Osh|X|ChangeResponse|id=a\nu1|||village|Osh|Y|ChangeResponse|id=b", "LOGF-12 3 with 2")]
    [InlineData("u1|||village|Osh|X|ChangeResponse|id=a\nu1|||village|Osh||NoAction|id=b", "LOGF-12 3 with 2")]
    [InlineData("u1|||needs|food basic_need|need|ChangeResponse\nu1|||needs/food|1|1|ChangeResponse|id=x\nu1|||needs/basic_need|1|0|ChangeResponse", "")]
    [InlineData("u1|||needs|food basic_need|need|ChangeResponse\nu1|||needs/need|0|0|ChangeResponse\nu1|||needs/a.b|0|1|ChangeResponse", "LOGF-12/parent-child 4 with 2")]
    [InlineData("u1||||||RemoveSurvey|group=g|id=a\nu2||||||RemoveSurvey|group=g|id=b", "LOGF-13 3 with 2")]
    public void A_wrong_line_is_told_with_its_row(string lines, string expected)
    {
        var outcome = LogCase.Apply(lines);

        Assert.Equal(expected, string.Join("; ", LogCase.Found(outcome)));
        if (expected.Length == 0) return;
        Assert.True(outcome.IsRefused);
        Assert.Same(outcome.Raw, outcome.Kept);
        foreach (var language in Enum.GetValues<Language>())
            foreach (var finding in outcome.Findings)
                foreach (var part in (string[])["title", "message", "why", "fix", "example", "source"])
                    Assert.Empty(Messages.PlacesIn(Messages.For(language).Template(finding.MessageKey, part)).Except(finding.Arguments.Select(a => a.Name)));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_and_nothing_is_applied()
    {
        var outcome = LogCase.Apply("u9|||village|Osh|X|ChangeResponse\nu1|||villag|Osh|X|ChangeResponse\nu2|||adults|4|5|ChangeResponse\nu3|||adults|1|99|ChangeResponse");

        Assert.Equal(["LOGF-01/near 2", "LOGF-04/near 3", "LOGF-09 5"], LogCase.Found(outcome));
        Assert.Empty(outcome.Cells);
    }

    [Fact]
    public void An_exception_with_its_reason_is_taken()
    {
        Assert.Equal(["u1 adults 2→50 log", "u1 size 3→51 recalculated", "u1 big no→yes recalculated"], LogCase.Changes(LogCase.Apply("u1|||adults|2|50|ChangeResponse|exception=a hostel")));
        Assert.Equal(["u2 reason →work log"], LogCase.Changes(LogCase.Apply("u2|||reason||work|ChangeResponse|exception=said so")));
        Assert.Equal(["u1 size 3→9 log", "u1 big no→yes recalculated"], LogCase.Changes(LogCase.Apply("u1|||size|3|9|ChangeResponse|exception=counted again")));
    }

    [Fact]
    public void Values_are_judged_as_they_are_in_the_end() => Assert.Equal(
        ["u2 left no→yes log", "u2 reason →work log"],
        LogCase.Changes(LogCase.Apply("u2|||reason||work|ChangeResponse\nu2|||left|no|yes|ChangeResponse")));

    [Fact]
    public void Values_of_a_refused_line_are_hidden_unless_asked_for()
    {
        var finding = LogCase.Apply("u1|||village|Bishkek|Talas|ChangeResponse").Findings[0];
        var texts = Messages.For(Language.English);

        Assert.DoesNotContain("Bishkek", texts.Text(finding.MessageKey, "message", finding.Arguments), StringComparison.Ordinal);
        Assert.Contains("the log says Bishkek, the data say Osh, the new value is Talas", texts.Text(finding.MessageKey, "message", finding.Arguments, showValues: true), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_earlier_run_removed_is_only_a_notice()
    {
        var outcome = LogCase.Apply("u9||||||RemoveSurvey", new LogOptions { RemovedBefore = ["u9"] });

        Assert.Equal(["LOGF-01/removed-before 2"], LogCase.Found(outcome));
        Assert.False(outcome.IsRefused);
    }

    [Fact]
    public void Options_ask_for_finished_lines()
    {
        var options = new LogOptions { RequireComplete = true, RequireReview = true };
        Assert.Equal(["LOGF-20/pending 2", "LOGF-20/review 3"], LogCase.Found(LogCase.Apply("u1|||village|Osh||Pending\nu1|||adults|2|3|ChangeResponse", options)));
    }

    [Fact]
    public void Without_old_values_lines_are_taken_unverified()
    {
        var outcome = LogCase.Apply("u1|||village||X|ChangeResponse", new LogOptions { NoOldValues = true });
        Assert.True(outcome.Cells[0].Change.Line!.IsUnverified);
    }

    [Fact]
    public void The_same_twice_is_done_once()
    {
        var outcome = LogCase.Apply("u1|||village|Osh|X|ChangeResponse|id=a\nu1|||village|Osh|X|ChangeResponse|id=b\nu2||||||RemoveSurvey|id=c\nu2||||||RemoveSurvey|id=d");
        Assert.Equal((2, 2), (outcome.Count(LineStatus.Applied), outcome.Count(LineStatus.Repeated)));
    }
}
