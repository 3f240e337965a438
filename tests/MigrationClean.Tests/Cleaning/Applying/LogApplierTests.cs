using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Log;

namespace MigrationClean.Tests.Cleaning.Applying;

public sealed class LogApplierTests
{
    [Fact]
    public void An_answer_changes_and_nothing_else() =>
        Assert.Equal(["u1 village osh→jalal-abad log"], LogCase.Changes(LogCase.Apply("u1|||village|Osh|Jalal-Abad|ChangeResponse")));

    [Theory]
    [InlineData("U1|||village|Osh|X|ChangeResponse")]
    [InlineData("uuid:u1|||village|Osh|X|ChangeResponse")]
    [InlineData("901|||village|Osh|X|ChangeResponse")]
    [InlineData("renewed|||village|Osh|X|ChangeResponse|index=901")]
    public void A_submission_is_found_by_any_of_its_keys(string line) => Assert.Equal(["u1 village osh→x log"], LogCase.Changes(LogCase.Apply(line)));

    [Theory]
    [InlineData("u1|member|2|age|9|10|ChangeResponse")]
    [InlineData("u1|||age|9|10|ChangeResponse|key=member_2")]
    [InlineData("u1||2|age|9.0|10|ChangeResponse")]
    [InlineData("u1|member|2|member/age|9|10|ChangeResponse")]
    public void A_row_of_a_repeat_is_found_by_position_or_index(string line) =>
        Assert.Equal(["u1 member/2 age 9→10 log"], LogCase.Changes(LogCase.Apply(line)));

    [Fact]
    public void What_is_calculated_from_a_changed_answer_follows_through_repeats() => Assert.Equal(
        ["u1 n_adults 1→2 recalculated", "u1 member/2 age 9→19 log", "u1 member/2 adult 0→1 recalculated"],
        LogCase.Changes(LogCase.Apply("u1|member|2|age|9|19|ChangeResponse")));

    [Fact]
    public void Questions_that_are_not_asked_any_more_become_blank_with_what_hangs_on_them() => Assert.Equal(
        ["u1 left yes→no log", "u1 reason other→ hidden", "u1 reason_other weather→ hidden"],
        LogCase.Changes(LogCase.Apply("u1|||left|yes|no|ChangeResponse")));

    [Fact]
    public void A_cascade_goes_through_calculations() => Assert.Equal(
        ["u2 children 3→1 log", "u2 size 7→5 recalculated", "u2 big yes→no recalculated", "u2 help aunt→ hidden"],
        LogCase.Changes(LogCase.Apply("u2|||children|3|1|ChangeResponse")));

    [Fact]
    public void A_cascade_may_be_reported_only()
    {
        var outcome = LogCase.Apply("u1|||left|yes|no|ChangeResponse", new LogOptions { CascadeOnlyReports = true });

        Assert.Equal(["u1 left yes→no log"], LogCase.Changes(outcome));
        Assert.Equal(["FORM-01/would-hide reason", "FORM-01/would-hide reason_other"], outcome.Consequences.Select(f => $"{f.MessageKey} {f.Question}"));
    }

    [Fact]
    public void A_question_that_is_asked_now_needs_an_answer()
    {
        var outcome = LogCase.Apply("u2|||left|no|yes|ChangeResponse");

        Assert.Equal(["u2 left no→yes log"], LogCase.Changes(outcome));
        Assert.Equal(["FORM-02/needs-answer reason"], outcome.Consequences.Select(f => $"{f.MessageKey} {f.Question}"));
    }

    [Fact]
    public void A_blank_operand_makes_a_calculation_blank() => Assert.Equal(
        ["u1 children 1→ log", "u1 size 3→ recalculated"],
        LogCase.Changes(LogCase.Apply("u1|||children|1||BlankResponse")));

    [Fact]
    public void Calculations_stay_where_nobody_wants_them_again() =>
        Assert.Equal(["u1 adults 2→3 log"], LogCase.Changes(LogCase.Apply("u1|||adults|2|3|ChangeResponse", new LogOptions { Recompute = RecomputeChoice.None })));

    [Theory]
    [InlineData("u1|||needs|food basic_need|need|ChangeResponse", "u1 needs food basic_need→need log; u1 needs/food 1→0 child; u1 needs/need 0→1 child; u1 needs/basic_need 1→0 child")]
    [InlineData("u1|||needs/need|0|1|ChangeResponse", "u1 needs food basic_need→food basic_need need parent; u1 needs/need 0→1 log")]
    [InlineData("u1|||needs.a.b||1|ChangeResponse|x=y", "refused")]
    [InlineData("u1|||needs.a.b|0|TRUE|ChangeResponse", "u1 needs food basic_need→food basic_need a.b parent; u1 needs/a.b 0→1 log")]
    [InlineData("u1|||needs||food|RemoveOption", "u1 needs food basic_need→basic_need parent; u1 needs/food 1→0 log")]
    [InlineData("u2|||needs||food|RemoveOption", "u2 needs food→ parent; u2 needs/food 1→0 log")]
    [InlineData("u2|||needs|food||BlankResponse", "u2 needs food→ log; u2 needs/food 1→ child; u2 needs/need 0→ child; u2 needs/basic_need 0→ child; u2 needs/a.b 0→ child")]
    [InlineData("u3|||needs||need|AddOption", "u3 needs →need parent; u3 needs/food →0 child; u3 needs/need →1 log; u3 needs/basic_need →0 child; u3 needs/a.b →0 child")]
    public void Parents_and_choices_of_a_select_multiple_move_together(string line, string expected)
    {
        var outcome = LogCase.Apply(line);
        Assert.Equal(expected, outcome.IsRefused ? "refused" : string.Join("; ", LogCase.Changes(outcome)));
    }

    [Fact]
    public void A_removed_row_takes_its_sums_along_and_the_others_keep_their_positions()
    {
        var outcome = LogCase.Apply("u1|member|1|||  |RemoveRow".Replace("  ", "", StringComparison.Ordinal));

        Assert.Equal(["u1 n_adults 1→0 recalculated"], LogCase.Changes(outcome));
        Assert.Equal(["2", "1"], Enumerable.Range(0, 2).Select(row => outcome.Corrected.Repeats[0].RowPathOf(row)));
        Assert.Equal(3, outcome.Corrected.Repeats[0].LocationOf(0).Row);
    }

    [Fact]
    public void A_removed_submission_goes_with_its_rows()
    {
        var outcome = LogCase.Apply("u1||||||RemoveSurvey|reason=test");

        Assert.Equal((3, 2, 1), (outcome.Corrected.Main.RowCount, outcome.Kept.Main.RowCount, outcome.Kept.Repeats[0].RowCount));
        Assert.Equal("u2", outcome.Kept.Main.SubmissionIdOf(0));
    }

    [Fact]
    public void A_log_without_changes_gives_the_same_objects()
    {
        var outcome = LogCase.Apply("u1|||village|Osh||NoAction");

        Assert.Equal(1, outcome.Count(LineStatus.NoAction));
        Assert.All(outcome.Raw.Main.Columns.Zip(outcome.Kept.Main.Columns), pair => Assert.Same(pair.First.Raw, pair.Second.Raw));
    }

    [Fact]
    public void Lines_follow_each_other_in_the_order_of_review() => Assert.Equal(
        ["u1 village osh→talas log"],
        LogCase.Changes(LogCase.Apply("u1|||village|Uzgen|Talas|ChangeResponse|at=2026-03-03T10:00:00+06:00|id=b\nu1|||village|Osh|Uzgen|ChangeResponse|at=2026-03-02T10:00:00+06:00|id=a")));

    [Fact]
    public void Applying_twice_equals_once()
    {
        var log = "u1|||village|Osh|Talas|ChangeResponse\nu1|||left|yes|no|ChangeResponse\nu2|||needs||need|AddOption\nu1|member|2|age|9|30|ChangeResponse\nu2|||children|3||BlankResponse";
        var once = LogCase.Apply(log);
        var twice = LogCase.Apply(log, raw: once.Kept);

        Assert.Empty(LogCase.Found(twice));
        Assert.Empty(LogCase.Changes(twice));
        Assert.Equal(5, twice.Count(LineStatus.AlreadyApplied));
    }
}
