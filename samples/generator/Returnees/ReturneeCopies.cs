using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Interviews that were copied instead of held: one in every answer, two in almost all of them (DUP).</summary>
/// <remarks>The copy replaces the answers of a true interview; each changed cell is one line of the list, so that it can be
/// restored.</remarks>
internal sealed class ReturneeCopies(ReturneeSurvey survey, FaultList faults, EnumeratorDays days)
{
    private static readonly string[] Own = ["start", "end", "today", "deviceid", "username", "team", "enumerator", "interview_date", "gps"];

    public void Plant()
    {
        Copy("DUP-01;DUP-02;DUP-03;ID-03", "copied interview", []);
        Copy("DUP-03", "nearly copied interview", ["resp_name", "resp_phone", "age", "hh_size"]);
        Copy("DUP-03", "nearly copied interview", ["resp_name", "resp_phone", "confidence", "ease_job"]);
    }

    private void Copy(string code, string kind, string[] kept)
    {
        // Without children, so that no rows of the repeat have to change.
        var copy = faults.Take(
            survey.True,
            i => !days.IsBusy(i) && Childless(i) && days.Previous(i) is { } p && faults.IsFree(p) && Childless(p));
        var original = days.Previous(copy)!;
        faults.SetAside(original);
        foreach (var question in survey.Form.Questions)
        {
            var name = question.Name;
            if (Own.Contains(name) || kept.Contains(name) || copy[name] == original[name]) continue;
            faults.Plant(code, copy, name, kind, original[name], $"copied from {original.Key}");
        }

        faults.Note(code, original, "", "other side", "", "", $"copied to {copy.Key}; nothing to restore");
    }

    private static bool Childless(Interview interview) => interview["children_yn"] == "no" && interview["resp_phone"].Length > 0;
}
