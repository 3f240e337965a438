using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>Refusals, and places whose two informants do not agree although each of them is consistent.</summary>
internal sealed class BaselineInformantFaults(BaselineSurvey survey, FaultList faults)
{
    /// <summary>What the telephone fills in without anybody answering.</summary>
    private static readonly string[] ByItself = ["start", "end", "today", "deviceid", "username", "calculate"];

    public void Plant()
    {
        var refused = survey.Refused.ToList();
        faults.Random.Shuffle(refused);
        foreach (var question in survey.Form.Questions.Where(q => q.Repeat is null && !ByItself.Contains(q.Kind)))
            refused[0][question.Name] = "";
        faults.Note(
            "ID-11;CON-01;FORM-02;DUR-01;DUR-03;GEO-01", refused[0], "consent", "empty submission", "", "", "remove the submission");
        faults.Plant("CON-01;FORM-02;DUR-01;DUR-03", refused[1], "consent", "blank consent", "", "remove the submission");
        foreach (var interview in refused.Skip(2))
            faults.Note("CON-01;DUR-01;DUR-03", interview, "consent", "no consent", "", "no", "remove the submission");

        var pairs = survey.True.GroupBy(i => i["location"])
            .Where(g => g.Count() == 2 && g.First()["ret_yn"] == "yes")
            .Select(g => g.ToArray())
            .ToList();
        faults.Random.Shuffle(pairs);
        foreach (var (pair, more) in pairs.Take(3).Zip((int[])[40, 95, 210])) Disagree(pair, more);
        var abroad = pairs.Skip(3).First();
        Add("ID-03", abroad[1], "lm_n", -3, "the informants of the place disagree");
        faults.Note(
            "ID-03", abroad[0], "lm_n", "other side", "", "", $"the other informant of {abroad[0]["location"]}; nothing to restore");
    }

    /// <summary>More returnees in one of the interviews: total, last year, men, and the first country, so that all sums still
    /// hold.</summary>
    private void Disagree(Interview[] pair, int more)
    {
        const string Note = "one incident of five cells: the informants of the place disagree";
        foreach (var question in (string[])["ret_total", "ret_2023", "ret_male", "ret_country_sum"])
            Add("ID-03", pair[1], question, more, Note);
        var row = pair[1].Instances("ret_countries")[0];
        faults.PlantIn(
            "ID-03", pair[1], "ret_countries", 1, "ret_c_n", "informants disagree", (int.Parse(row["ret_c_n"]) + more).ToString(), Note);
        faults.Note(
            "ID-03", pair[0], "ret_total", "other side", "", "", $"the other informant of {pair[0]["location"]}; nothing to restore");
    }

    private void Add(string code, Interview interview, string question, int more, string note) =>
        faults.Plant(code, interview, question, "informants disagree", (int.Parse(interview[question]) + more).ToString(), note);
}
