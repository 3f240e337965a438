using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Checks;

public sealed class ConsentTests
{
    private static readonly CaseFile Case = CaseFile.Load("checks", "no-consent: refusals, blank answers and answers behind a refusal");

    [Fact]
    public void Only_an_explicit_yes_passes()
    {
        var consent = Find(new());
        Assert.Equal("q1", consent.Question?.Name);
        Assert.Equal([true, false, false, false, false], Enumerable.Range(0, 5).Select(consent.Passes));
        Assert.Equal(ConsentVerdict.Blank, consent.Verdicts[3]);
    }

    [Fact]
    public void Without_a_question_everything_passes_only_where_none_is_needed()
    {
        var unknown = Consent.Find(CaseSurvey.Submissions(CaseFile.Load("checks", "no-consent: no consent question is needed")), new());
        Assert.False(unknown.IsKnown);
        Assert.False(unknown.Passes(0));
        Assert.True(Find(new() { NotNeeded = "counts of arrivals" }).Passes(1));
    }

    [Theory]
    [InlineData("q2", "no form has the consent question `q2`; did you mean `q1`?")]
    [InlineData("whatever_it_is", "no form has the consent question `whatever_it_is`")]
    [InlineData("first", "the consent question `first` stands in the repeat `kids`, but consent is one answer a submission")]
    public void A_question_that_cannot_serve_is_refused(string question, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Find(new() { Question = question })).Message);

    [Fact]
    public void A_list_without_the_accepting_choice_is_refused()
    {
        var refused = Assert.Throws<InputException>(() => Find(new() { Question = "q1", Accept = ["ja"] }));
        Assert.Equal("the consent question `q1` has no choice `ja`; its choices are `yes, no`", refused.Message);
    }

    [Fact]
    public void A_question_that_is_not_exported_is_refused()
    {
        var file = CaseFile.Load("checks", "no-consent: the settings name the question and what means yes");
        Assert.Equal(
            "the export does not hold the consent question `age`",
            Assert.Throws<InputException>(() => Consent.Find(CaseSurvey.Submissions(file), new() { Question = "age" })).Message);
    }

    private static Consent Find(ConsentSettings settings) => Consent.Find(CaseSurvey.Submissions(Case), settings);
}
