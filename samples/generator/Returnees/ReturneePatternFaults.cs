using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Suspicious ways of answering: PAT.</summary>
internal sealed class ReturneePatternFaults(ReturneeSurvey survey, FaultList faults)
{
    private static readonly string[] Battery = ["ease_job", "ease_credit", "ease_doctor", "ease_school", "ease_papers", "ease_training"];

    private static readonly string[] WithUnknown =
        ["stay_vs_plan", "why_country", "pension", "find_time", "crisis_wage", "remig_return", "dest_why", "rights_info", "community"];

    private static readonly string[] WithOther = ["ret_reason", "rem_channel", "hard_main", "needs_support"];

    public void Plant()
    {
        for (var i = 0; i < 2; i++)
        {
            var employed = Take(x => x["formal"].Length > 0 && x["remig_why"].Length > 0);
            foreach (var question in WithUnknown)
                Change("PAT-02", employed, question, "does not know", "dk");
        }

        for (var i = 0; i < 2; i++)
        {
            var refusing = Take(x => x["wage_abroad_known"].Length > 0);
            foreach (var question in (string[])["breadwinner", "stay_vs_plan", "rights_info"])
                Change("PAT-03", refusing, question, "refused", "refused");
        }

        for (var i = 0; i < 2; i++) Others(i);
        for (var i = 0; i < 2; i++) BreakOff();
        foreach (var answer in (string[])["easy", "hard", "not_tried"])
        {
            var straight = Take(_ => true);
            foreach (var question in Battery) Change("PAT-05", straight, question, "straight-lining", answer);
        }

        foreach (var _ in (int[])[1, 2, 3])
            Change(
                "PAT-09", Take(x => x["comment"].Length == 0), "comment", "same text in several interviews",
                "Баары жакшы, рахмат, кошумча сөзүм жок");
    }

    /// <summary>More than half of what was asked is blank. Only questions on which nothing else depends, so that the
    /// same ones stay asked.</summary>
    private void BreakOff()
    {
        var rules = survey.Form.Rows.SelectMany(r => r.Cells.Values).Where(c => c.Contains("${", StringComparison.Ordinal)).ToList();
        var interview = Take(i => i["children_yn"] == "no");
        foreach (var question in survey.Form.Questions.Reverse())
            if (question.IsRequired && interview[question.Name].Length > 0 && question.Name is not ("enumerator" or "location" or "consent")
                && !rules.Any(r => r.Contains($"${{{question.Name}}}", StringComparison.Ordinal)))
                faults.Plant("FORM-02;PAT-01", interview, question.Name, "broken off", "", "one incident of many cells");
    }

    private void Others(int i)
    {
        var interview = Take(x =>
            x["rem_channel"].Length > 0 && x["hard_main"].Length > 0
            && WithOther.All(q => !x[q].Contains("other", StringComparison.Ordinal)));
        Change("PAT-04", interview, "ret_reason", "other everywhere", "other");
        Change("PAT-04", interview, "ret_reason_spec", "other everywhere", i == 0 ? "ар кандай" : "по-разному");
        Change("PAT-04", interview, "rem_channel", "other everywhere", "other");
        Change("PAT-04", interview, "rem_channel_spec", "other everywhere", i == 0 ? "ар кандай" : "по-разному");
        Change("PAT-04", interview, "hard_main", "other everywhere", "other");
        Change("PAT-04", interview, "hard_main_spec", "other everywhere", i == 0 ? "ар кандай" : "разное");
        Change("PAT-04", interview, "needs_support", "other everywhere", "other");
        Change("PAT-04", interview, "needs_support_other", "other everywhere", i == 0 ? "ар кандай" : "разное");
    }

    private Interview Take(Func<Interview, bool> fits) => faults.Take(survey.True, fits);

    private void Change(string code, Interview interview, string question, string kind, string planted)
    {
        if (interview[question] != planted) faults.Plant(code, interview, question, kind, planted);
    }
}
