using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Answers that obey the form and contradict each other: LOG-01, found by the rules of <c>logical-checks.csv</c>.</summary>
internal sealed class ReturneeRuleFaults(ReturneeSurvey survey, FaultList faults)
{
    public void Plant()
    {
        Change("hh_size", "4", "lives alone with others", "rule alone-with-others", i => i["lives_with"] == "alone" && i["hh_size"] == "1");
        Change("lives_with", "alone", "lives alone with others", "rule alone-with-others", i => i["lives_with"] == "relatives" && i["hh_size"] == "5");
        Change("lives_with", "parents", "lives with others, household of one", "rule with-others-but-one", i => i["lives_with"] == "alone" && i["hh_size"] == "1");
        Change("marital", "single", "single with a spouse", "rule single-with-spouse", i => i["lives_with"] == "family" && i["marital"] == "married");
        var parent = Take(i => i.Instances("children").Any(c => int.Parse(c["child_age"]) < 10 && c["child_where"] == "parents"));
        var row = parent.Instances("children").Select((c, at) => (c, at)).First(x => int.Parse(x.c["child_age"]) < 10 && x.c["child_where"] == "parents").at + 1;
        faults.PlantIn("LOG-01", parent, "children", row, "child_where", "small child with a household", "own", "rule child-too-young-for-own-household");
    }

    private Interview Take(Func<Interview, bool> fits) => faults.Take(survey.True, fits);

    private void Change(string question, string planted, string kind, string note, Func<Interview, bool> fits) =>
        faults.Plant("LOG-01", Take(fits), question, kind, planted, note);
}
