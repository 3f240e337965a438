using MigrationClean.Samples.Faults;

namespace MigrationClean.Samples.Returnees;

/// <summary>Numbers that the form allows and that can hardly be true: VAL and OUT.</summary>
internal sealed class ReturneeValueFaults(ReturneeSurvey survey, FaultList faults)
{
    public void Plant()
    {
        Change("VAL-01;VAL-03;OUT-01", "wage_now", "999", "reserved code");
        Change("VAL-01;VAL-03;OUT-01", "wage_now", "999", "reserved code");
        Change("VAL-01;OUT-01", "wage_expect", "99999", "reserved code");

        Change("VAL-02;TXT-04;TXT-05", "emp_now_spec", "-", "no answer typed as text");
        Change("VAL-02;TXT-04", "sector_now_spec", "xxx", "no answer typed as text");
        Change("VAL-02;TXT-04", "ret_reason_spec", "n/a", "no answer typed as text");

        Change("VAL-03;OUT-01", "wage_now", "190000", "above the soft limit");
        Change("VAL-03;OUT-01", "wage_now", "1500", "below the soft limit");

        // Near the middle, so that the slip of the unit is plain.
        Scale("wage_now", 29000, 10, "VAL-04;VAL-03;OUT-01");
        Scale("wage_now", 29000, 0.001, "VAL-04;VAL-03;OUT-01");
        Scale("wage_expect", 49000, 10, "VAL-04;VAL-03;OUT-01");

        Change("OUT-01;VAL-03", "wage_expect", "640000", "outlier");
        Change("OUT-01", "hh_size", "38", "outlier");
        Change("OUT-01", "dependants", "15", "outlier");
        Change("OUT-01;VAL-03", "wage_now", "1400000", "outlier");
    }

    private void Change(string code, string question, string planted, string kind) =>
        faults.Plant(code, faults.Take(survey.True, i => i[question].Length > 0), question, kind, planted);

    private void Scale(string question, int middle, double factor, string code)
    {
        var interview = faults.Take(survey.True, i => i[question].Length > 0 && Math.Abs(int.Parse(i[question]) - middle) <= middle / 20);
        var planted = (int)(int.Parse(interview[question]) * factor);
        faults.Plant(code, interview, question, "slip of the unit", planted.ToString());
    }
}
