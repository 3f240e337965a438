using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Where the respondents were, for how long, what for, and what they did there.</summary>
internal sealed class ReturneeMigration(Panel panel)
{
    /// <summary>Table 1, and 24 other countries below one percent that make up its 65 others.</summary>
    private static readonly (string Country, int Count)[] Countries =
    [
        ("RUS", 1030), ("TUR", 61), ("KAZ", 54), ("ARE", 9), ("GBR", 9),
        ("KOR", 8), ("DEU", 7), ("POL", 6), ("USA", 5), ("JPN", 4), ("CZE", 4), ("BGR", 4), ("EGY", 3), ("ITA", 3), ("SAU", 3), ("QAT", 3),
        ("CHN", 2),
        ("UZB", 2), ("LVA", 1), ("LTU", 1), ("SVK", 1), ("HUN", 1), ("FIN", 1), ("SWE", 1), ("ISR", 1), ("KWT", 1), ("MDV", 1), ("CYP", 1),
        ("HRV", 1),
    ];

    private SeededRandom Random => panel.Random;

    public void Answer()
    {
        var countries = Shares.Deal(Random, panel.All.Count, Countries);
        for (var i = 0; i < countries.Length; i++) panel.All[i]["ret_country"] = countries[i];
        foreach (var interview in panel.All) interview["ret_date"] = Returned(interview);

        panel.Deal(
            "dep_purpose", Share.Of("employment", 95), Share.Of("study", 1.6), Share.Of("visit", 1.2), Share.Of("family", 1),
            Share.Of("tourism", 0.6),
            Share.Rest("health"));
        panel.Deal("work_for", Share.Of("self", 82), Share.Of("both", 14), Share.Rest("accompanied"));
        var bands = Shares.DealPercent(Random, panel.All.Count, ("1_3y", 36), ("7_12m", 32), ("4_6m", 14), ("to_3m", 6), ("over_3y", -1));
        for (var i = 0; i < bands.Length; i++) panel.All[i]["stay_months"] = Months(bands[i]).ToString();
        panel.Deal(
            "stay_vs_plan", Share.Of("as_planned", 42), Share.Of("longer", 22), Share.Of("dk", 24), Share.Of("shorter", 11),
            Share.Rest("refused"));
        panel.Deal(
            "why_country", Share.Of("wage", 67), Share.Of("used", 12), Share.Of("relatives", 12), Share.Of("diaspora", 8),
            Share.Rest("dk"));
        panel.Deal(
            "ret_reason", Share.Of("family", 37), Share.Of("health", 8), Share.Of("lost_job", 7), Share.Of("economy", 6),
            Share.Of("contract", 13),
            Share.Of("earned", 19), Share.Of("documents", 6), Share.Rest("other"));
        panel.Write("ret_reason_spec", "той өткөрүү", "үйлөнүү", "ата-энемди кароо", "учёба детей", "скучал по дому", "үй куруу");
        WorkAbroad();
    }

    private void WorkAbroad()
    {
        panel.Deal(
            "emp_abroad", Share.Count("unemployed", 23, 14), Share.Count("refused", 7, 5), Share.Of("private", 77), Share.Of("public", 8),
            Share.Of("daily", 7), Share.Rest("own"));
        panel.Deal(
            "sector_abroad", Share.Of("services", 26), Share.Of("construction", 23), Share.Of("transport", 13), Share.Of("trade", 12),
            Share.Of("professional", 4), Share.Of("manufacturing", 11), Share.Of("tourism", 6), Share.Of("engineering", 3),
            Share.Rest("other"));
        panel.Write("sector_abroad_other", "мал чарба", "бала багуу", "охрана", "сельхозработы", "IT");

        // 731 men and 388 women name their wage: with the two printed means this gives the printed mean of all, to the som.
        var asked = panel.Asked("wage_abroad_known");
        var men = asked.Count(Panel.IsMan);
        panel.Deal(
            "wage_abroad_known", Share.Count("told", 731, 388), Share.Count("dk", (men - 731) / 2, (asked.Count - men - 388) / 2),
            Share.Rest("refused"));
        Wages("wage_abroad", men: 73230, women: 56214, spread: 0.24, step: 500);
        panel.DealMultiple("skill_how", ("none", 2), ("on_job", 85), ("apprentice", 20), ("short", 16), ("formal", 7));
    }

    /// <summary>Amounts with the given means of the men and of the women who are asked.</summary>
    private void Wages(string question, double men, double women, double spread, int step) =>
        Wages(panel, question, men, women, spread, step);

    public static void Wages(Panel panel, string question, double men, double women, double spread, int step)
    {
        foreach (var (sex, mean) in new[] { (true, men), (false, women) })
        {
            var asked = panel.Asked(question).Where(i => Panel.IsMan(i) == sex).ToList();
            var amounts = panel.Amounts(asked.Count, (int)Math.Round(mean * asked.Count / 100) * 100, spread, step);
            for (var i = 0; i < asked.Count; i++) asked[i][question] = amounts[i].ToString();
        }
    }

    private string Returned(Interview interview)
    {
        var interviewed = DateOnly.ParseExact(interview["interview_date"], "yyyy-MM-dd");
        var days = 5 + (int)(700 * Random.Unit() * Random.Unit());
        return interviewed.AddDays(-days).ToString("yyyy-MM-dd");
    }

    private int Months(string band) => band switch
    {
        "to_3m" => Random.Between(1, 3),
        "4_6m" => Random.Between(4, 6),
        "7_12m" => Random.Between(7, 12),
        "1_3y" => Random.Below(3) == 0 ? 12 * Random.Between(2, 3) : Random.Between(13, 36),
        _ => 36 + (12 * Random.Between(1, 6)) - (Random.Below(2) * Random.Below(12)),
    };
}
