using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>Answers that contradict the form: FORM and the ranking.</summary>
internal sealed class BaselineFormFaults(BaselineSurvey survey, FaultList faults)
{
    public void Plant()
    {
        Answer("FORM-09;LOG-01", "ret_needs", "jobs jobs credit water", "rank names a choice twice", i => i["ret_needs"].Length > 0);
        Answer("FORM-09;LOG-01", "ret_needs", "water jobs", "rank leaves choices out", i => i["ret_needs"].Length > 0);
        Answer(
            "FORM-05;FORM-09;LOG-01", "ret_needs", "jobs training credit roads", "rank names an unknown choice", i => i["ret_needs"].Length > 0);

        Answer("FORM-01", "ret_reason", "family", "not relevant (group)", i => i["ret_yn"] == "no");
        Answer("FORM-01;OTH-01", "ki_role_other", "катчы", "not relevant", i => i["ki_role"] == "head");
        Answer("FORM-02", "emi_trend", "", "required, blank");
        Answer("FORM-02", "quality", "", "required, blank");
        Answer("FORM-02", "location_type", "", "required, blank");
        Answer("FORM-03;OUT-01", "ki_years", "61", "breaks the constraint");
        Answer("FORM-04;LOG-01", "emi_sum", "1", "stale calculation", i => int.Parse(i["emi_n"]) > 50);
        Answer("FORM-04;LOG-01", "ret_country_sum", "0", "stale calculation", i => i["ret_total"].Length > 0);
        Answer("FORM-05", "lm_season", "sprng", "misspelt choice", i => i["lm_season"] == "spring");
        Answer("FORM-05", "ret_period", "1-3y", "misspelt choice", i => i["ret_period"] == "1_3y");
        Answer("FORM-05", "centre_distance", "10 кмден жакын", "label instead of name", i => i["centre_distance"] == "near");
        Answer("FORM-05", "quality", "Скорее уверен", "label instead of name", i => i["quality"] == "middle");
        var moved = faults.Take(survey.True, i => survey.IsOnlyInformant(i) && i["rayon"] == "KG-J-06");
        faults.Plant("FORM-06;GEO-03", moved, "rayon", "out of line with the level below", "KG-J-08");
        faults.Note("FORM-06", moved, "location", "follows", "", "", "from rayon; nothing to restore");
        const string Place = "KG-C-02-03";
        foreach (var there in survey.True.Where(i => i["location"] == Place))
            faults.Note(
                "ID-03", there, "location", "other side", "", "", "another interview names this place by mistake; nothing to restore");
        Answer("FORM-06;GEO-03;ID-03", "location", Place, "place of another rayon", i => i["rayon"] == "KG-C-07");
        Answer("FORM-07", "sources/register", "0", "separate column disagrees", i => i["sources"] == "register");
        Answer("FORM-07", "mig_reason/study", "1", "separate column disagrees", i => i["mig_reason"] == "wages");
        Answer("FORM-08", "ret_difficulty", "work none", "exclusive choice with another", i => i["ret_difficulty"] == "work");
        Answer("FORM-08", "ret_difficulty", "income none", "exclusive choice with another", i => i["ret_difficulty"] == "income");
        Answer("FORM-09;FORM-03", "ki_years", "5 жыл", "not a whole number", i => i["ki_years"] == "5");
        Answer("FORM-09", "households", "1,200", "not a whole number", i => int.Parse(i["households"]) > 300);
    }

    private void Answer(string code, string question, string planted, string kind, Func<Interview, bool>? fits = null) =>
        faults.Plant(
            code,
            faults.Take(survey.True, i => i[question] != planted && survey.IsOnlyInformant(i) && (fits is null || fits(i))),
            question,
            kind,
            planted);
}
