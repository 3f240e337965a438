using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Answers that contradict the form: FORM and CON-02.</summary>
internal sealed class ReturneeFormFaults(ReturneeSurvey survey, FaultList faults)
{
    public void Plant()
    {
        Answer("FORM-01", "work_for", "self", "not relevant", i => i["dep_purpose"] == "visit");
        Answer("FORM-01", "work_for", "both", "not relevant", i => i["dep_purpose"] == "study");
        Answer("FORM-01", "sector_now", "trade", "not relevant (group)", i => i["emp_now"] == "housewife");
        Answer("FORM-01", "econ_dissat_why", "prices", "not relevant", i => i["econ_sat"] == "satisfied");
        Answer("FORM-01", "remig_when", "1_3m", "not relevant (group)", i => i["intent"] == "stay");

        Answer("FORM-02", "community", "", "required, blank");
        Answer("FORM-02", "rem_main", "", "required, blank");
        Answer("FORM-02", "find_time", "", "required, blank", i => i["find_time"].Length > 0);
        Answer("FORM-02", "skill_how", "", "required, blank", i => i["skill_how"] == "on_job");
        Child("FORM-02", "child_sex", "", "required, blank");

        Answer("FORM-03;OUT-01", "hh_size", "0", "breaks the constraint");
        Answer("FORM-03", "resp_phone", "79012", "breaks the constraint", i => i["resp_phone"].Length > 0);
        Child(
            "FORM-03;OUT-01", "child_age", "54", "breaks the constraint",
            i => int.Parse(i["age"]) < 40 && int.Parse(i.Instances("children")[0]["child_age"]) >= 18);

        Answer("FORM-04", "wage_abroad_usd", "9", "stale calculation", i => i["wage_abroad_usd"].Length > 0);
        Answer("FORM-04", "stay_band", "1_3y", "stale calculation", i => i["stay_band"] == "7_12m");
        Answer("FORM-04", "children_minor", "7", "stale calculation", i => i["children_minor"] == "2");

        Answer("FORM-05", "breadwinner", "mian", "misspelt choice", i => i["breadwinner"] == "main");
        Answer("FORM-05", "why_country", "wagee", "misspelt choice", i => i["why_country"] == "wage");
        Answer("FORM-05", "community", "yess", "misspelt choice", i => i["community"] == "yes");
        Answer("FORM-05", "lives_with", "С родителями", "label instead of name", i => i["lives_with"] == "parents");
        Answer("FORM-05", "income_suff", "Covers the needs, cannot save", "label instead of name", i => i["income_suff"] == "no_saving");
        Answer("FORM-05", "rem_share", "Жарымынан көбү", "label instead of name", i => i["rem_share"] == "over_50");
        Answer(
            "FORM-05;FORM-07", "skill_how", "on_job curses", "unknown choice in a select_multiple", i => i["skill_how"] == "on_job short");
        Cascades();
        Multiples();
        Types();

        Answer("FORM-10", "confidence", "11", "outside the range");
        Answer("FORM-10", "confidence", "7.5", "off the step");
        for (var i = 0; i < 2; i++) SameChild();
        Answer("FORM-12;FORM-03", "ret_date", "2023-12-30", "date after the interview");
        Answer("FORM-12;FORM-03", "ret_date", "2024-03-02", "date after the interview");
        Answer("FORM-12;FORM-03", "ret_date", "1823-05-14", "date before 1900");
        Answer("CON-02;FORM-03", "age", "16", "outside the population", Childless);
        Answer("CON-02;FORM-03", "age", "15", "outside the population", Childless);
    }

    /// <summary>The level that is out of line with the other two: below, and above.</summary>
    private void Cascades()
    {
        foreach (var region in (string[])["KG-J", "KG-O"])
        {
            var interview = Take(i => i["region"] == region);
            var other = survey.Form.Lists["location"].First(l =>
                l.Name.StartsWith(region, StringComparison.Ordinal) && l.Parents["rayon"] != interview["rayon"]);
            faults.Plant("FORM-06;GEO-03", interview, "location", "place of another rayon", other.Name);
        }

        Above("FORM-06;GEO-03;SAM-01", "region", "KG-J", "KG-B", "rayon");
        Above("FORM-06;GEO-03;SAM-01", "region", "KG-C", "KG-N", "rayon");
        Above("FORM-06", "team", "3", "5", "enumerator");
    }

    /// <summary>The upper level is wrong; a program that looks at the lower one first speaks of that.</summary>
    private void Above(string code, string question, string held, string planted, string below)
    {
        var interview = Take(i => i[question] == held);
        faults.Plant(code, interview, question, "out of line with the levels below", planted);
        faults.Note("FORM-06", interview, below, "follows", "", "", $"from {question}; nothing to restore");
    }

    private void Multiples()
    {
        Answer("FORM-07", "skill_how/on_job", "0", "separate column disagrees", i => i["skill_how"] == "on_job apprentice");
        Answer("FORM-07", "needs_support/legal", "1", "separate column disagrees", i => i["needs_support"] == "work");
        Answer("FORM-07", "job_pref/stable", "1", "separate column disagrees", i => i["job_pref"] == "paid");
        Answer("FORM-08;FORM-03", "needs_support", "work none", "exclusive choice with another", i => i["needs_support"] == "work");
        Answer("FORM-08;FORM-03", "needs_support", "credit none", "exclusive choice with another", i => i["needs_support"] == "credit");
        Answer("FORM-08;FORM-03", "skill_how", "on_job none", "exclusive choice with another", i => i["skill_how"] == "on_job");
    }

    private void Types()
    {
        Answer("FORM-09;FORM-03;VAL-02", "wage_now", "25 000", "not a whole number", i => i["wage_now"] == "25000");
        Answer("FORM-09;FORM-03;FORM-04;VAL-02", "stay_months", "12 ай", "not a whole number", i => i["stay_months"] == "12");
        Answer("FORM-09", "age", "35,5", "not a whole number", i => i["age"] == "35" && Childless(i));
        Answer("FORM-09;FORM-03;FORM-12", "ret_date", "2023-02-30", "not a date");
        Child("FORM-09;FORM-03;FORM-04", "child_age", "үч", "not a whole number", i => i.Instances("children")[0]["child_age"] == "3");
    }

    /// <summary>The second child is entered as the first one once more; both are or are not under age, so
    /// that no calculation changes.</summary>
    private void SameChild()
    {
        var interview = Take(
            i => i.Instances("children") is [var a, var b, ..] && Minor(a) == Minor(b) && a["child_age"] != b["child_age"]);
        foreach (var (question, value) in interview.Instances("children")[0])
            if (interview.Instances("children")[1][question] != value)
                faults.PlantIn("FORM-11", interview, "children", 2, question, "same child twice", value);

        static bool Minor(Dictionary<string, string> child) => int.TryParse(child["child_age"], out var age) && age < 18;
    }

    private static bool Childless(Interview interview) => interview["children_yn"] == "no";

    private Interview Take(Func<Interview, bool> fits) => faults.Take(survey.True, fits);

    private void Answer(string code, string question, string planted, string kind, Func<Interview, bool>? fits = null) =>
        faults.Plant(code, Take(i => i[question] != planted && (fits is null || fits(i))), question, kind, planted);

    private void Child(string code, string question, string planted, string kind, Func<Interview, bool>? fits = null)
    {
        var interview = Take(i => i.Instances("children").Count > 0 && (fits is null || fits(i)));
        faults.PlantIn(code, interview, "children", 1, question, kind, planted);
    }
}
