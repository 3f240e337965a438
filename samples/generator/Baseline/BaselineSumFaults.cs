using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>Parts that do not add up to their total: years, sexes, countries; and totals above the population.</summary>
internal sealed class BaselineSumFaults(BaselineSurvey survey, FaultList faults)
{
    public void Plant()
    {
        foreach (var more in (int[])[10, -2, 100]) Part("ret_2023", more, "the years do not add up", "rule returnees-by-year");
        foreach (var more in (int[])[1, 9, -3]) Part("ret_female", more, "the sexes do not add up", "rule returnees-by-sex");
        foreach (var more in (int[])[7, -1]) Part("intl_2023", more, "the years do not add up", "rule migrants-by-year");
        foreach (var more in (int[])[5, -2, 60]) Country("ret_countries", "ret_c_n", "ret_country_sum", more, "ret-countries");
        foreach (var more in (int[])[12, -4]) Country("emi_dests", "emi_d_n", "emi_sum", more, "emigrant-countries");
        foreach (var more in (int[])[3, -1]) Country("intl_countries", "intl_c_n", "intl_sum", more, "international-countries");

        // The total itself: its parts are right, so that three rules speak of one cell.
        var total = Take(i => i["ret_total"].Length > 0);
        faults.Plant(
            "LOG-01;FORM-03", total, "ret_total", "total differs from its parts", (int.Parse(total["ret_total"]) + 20).ToString(), "rules returnees-by-year, returnees-by-sex, ret-countries");
        faults.Note("FORM-03;LOG-01", total, "ret_2023", "follows", "", "", "rule returnees-by-year; from ret_total; nothing to restore");
        faults.Note("FORM-03;LOG-01", total, "ret_female", "follows", "", "", "rule returnees-by-sex; from ret_total; nothing to restore");
        faults.Note("LOG-01", total, "ret_country_sum", "follows", "", "", "rule ret-countries; from ret_total; nothing to restore");
        for (var i = 0; i < 2; i++)
        {
            var small = Take(x => int.Parse(x["emi_n"]) > 60);
            var population = int.Parse(small["emi_n"]) - 7 - i;
            faults.Plant("FORM-03;OUT-01;LOG-01", small, "population", "fewer residents than people abroad", population.ToString(), "rule more-away-than-residents");
            foreach (var question in (string[])["emi_n", "households", "ret_total"])
                faults.Note("FORM-03", small, question, "follows", "", "", "from population; nothing to restore");
        }
    }

    private Interview Take(Func<Interview, bool> fits) => faults.Take(survey.True, i => survey.IsOnlyInformant(i) && fits(i));

    private void Part(string question, int more, string kind, string rule)
    {
        var interview = Take(i => i[question].Length > 0 && int.Parse(i[question]) > 5);
        faults.Plant("FORM-03;LOG-01", interview, question, kind, (int.Parse(interview[question]) + more).ToString(), rule);
    }

    private void Country(string repeat, string question, string sum, int more, string rule)
    {
        var interview = Take(i => i.Instances(repeat).Count > 1 && int.Parse(i.Instances(repeat)[0][question]) > 5);
        var count = int.Parse(interview.Instances(repeat)[0][question]) + more;
        var note = $"rule {rule}; one incident of two cells";
        faults.PlantIn("LOG-01", interview, repeat, 1, question, "the countries do not add up", count.ToString(), note);
        faults.Plant("LOG-01", interview, sum, "the countries do not add up", (int.Parse(interview[sum]) + more).ToString(), note);
    }
}
