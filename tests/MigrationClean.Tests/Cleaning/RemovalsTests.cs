using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Tests.Checks;

namespace MigrationClean.Tests.Cleaning;

public sealed class RemovalsTests
{
    [Fact]
    public void Identical_copies_leave_and_different_ones_stay() => Assert.Equal(
        "2 Duplicate ID-02 by 0, 6 Duplicate ID-02 by 1",
        Removed("duplicate-submission: every copy is listed, with what it is to the copy that stays"));

    [Fact]
    public void What_an_edit_replaces_leaves() => Assert.Equal(
        "1 Duplicate ID-02 by 0",
        Removed("duplicate-submission: an edit stays, what it replaces leaves"));

    [Fact]
    public void Who_did_not_say_yes_leaves() => Assert.Equal(
        "1 NoConsent CON-01 by -1, 2 NoConsent CON-01 by -1, 3 NoConsent CON-01 by -1, 4 NoConsent CON-01 by -1",
        Removed("no-consent: refusals, blank answers and answers behind a refusal"));

    [Fact]
    public void The_latest_word_counts_for_all_copies() => Assert.Equal(
        "0 NoConsent CON-01 by -1, 1 NoConsent CON-01 by -1, 2 Duplicate ID-02 by 3",
        Removed("removals: a refusal in the latest revision"));

    [Fact]
    public void Without_a_consent_question_nobody_leaves_for_consent() => Assert.Equal("", Removed("no-consent: no consent question is needed"));

    private static string Removed(string name)
    {
        var file = CaseFile.Load("checks", name);
        var submissions = CaseSurvey.Submissions(file);
        var removals = Removals.Find(submissions, Consent.Find(submissions, CaseSurvey.Settings(file).Consent));
        Assert.All(removals, r => Assert.Equal(submissions.Main.SubmissionIdOf(r.Row), r.SubmissionId));
        return string.Join(", ", removals.Select(r => $"{r.Row} {r.Reason} {r.CheckCodes} by {r.ReplacedBy}"));
    }
}
