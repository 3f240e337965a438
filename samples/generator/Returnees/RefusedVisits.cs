using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Submissions without an interview: refusals, two of them with answers all the same, a blank consent, and two empty
/// forms.</summary>
internal static class RefusedVisits
{
    private static readonly string[] Visit = ["team", "enumerator", "interview_date", "region", "rayon", "location", "gps", "consent"];

    public static void Plant(ReturneeSurvey survey, FaultList faults)
    {
        var refused = survey.Refused.ToList();
        faults.Random.Shuffle(refused);
        foreach (var (interview, name, age) in (ReadOnlySpan<(Interview, string, string)>)
            [(refused[0], "Асанова Гүлзат", "41"), (refused[1], "Темиров Улан", "29")])
        {
            faults.Note("CON-01;DUR-01;DUR-03", interview, "consent", "no consent", "", "no", "remove the submission");
            faults.Plant("CON-01;FORM-01", interview, "resp_name", "answer after a refusal", name);
            faults.Plant("CON-01;FORM-01", interview, "sex", "answer after a refusal", name[6] == 'а' ? "female" : "male");
            faults.Plant("CON-01;FORM-01", interview, "age", "answer after a refusal", age);
        }

        faults.Plant("CON-01;FORM-02;DUR-01;DUR-03", refused[2], "consent", "blank consent", "", "remove the submission");
        foreach (var interview in refused.Skip(3).Take(2))
        {
            foreach (var question in Visit) interview[question] = "";
            faults.Note(
                "ID-11;CON-01;FORM-02;DUR-01;DUR-03;GEO-01", interview, "consent", "empty submission", "", "", "remove the submission");
        }

        foreach (var interview in refused.Skip(5))
            faults.Note("CON-01;DUR-01;DUR-03", interview, "consent", "no consent", "", "no", "remove the submission");
    }
}
