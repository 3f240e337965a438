using MigrationClean.Checks;

namespace MigrationClean.Tests.Checks;

/// <summary>A check that needs the form's logic says so beforehand: then people's expressions are evaluated in the same pass.</summary>
public sealed class ExpressionsInOnePassTests
{
    public static TheoryData<string> Cases => [.. CaseFile.NamesIn("checks")];

    [Theory, MemberData(nameof(Cases))]
    public void A_check_that_reaches_the_logic_of_the_form_says_so(string name)
    {
        var file = CaseFile.Load("checks", name);
        var (submissions, settings) = (CaseSurvey.Submissions(file), CaseSurvey.Settings(file));
        foreach (var check in AllChecks.List.OfType<SubmissionCheck>().Where(c => !c.NeedsLogic))
        {
            var context = new CheckContext(submissions, Consent.Find(submissions, settings.Consent), settings);
            Assert.All(check.Run(context), f => Assert.Equal(check.Id.Code, f.Check.Code));
            Assert.False(context.HasRunLogic, check.Id.Code);
        }
    }
}
