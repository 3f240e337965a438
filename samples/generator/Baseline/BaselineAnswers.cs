using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Baseline;

/// <summary>What one informant answers: the numbers of the place, and own opinions.</summary>
internal sealed class BaselineAnswers(SeededRandom random, People people)
{
    private static readonly string[] OtherReasons = ["дени соолук", "карыган ата-эне", "стройка дома", "окуу бүттү"];
    private static readonly string[] Needs = ["jobs", "training", "credit", "water"];

    public void Give(Interview interview, PlaceNumbers numbers)
    {
        interview["consent"] = "yes";
        Facts(interview, numbers);
        Opinions(interview, numbers.Place.Urban);
    }

    private static void Facts(Interview interview, PlaceNumbers numbers)
    {
        interview["population"] = numbers.Population.ToString();
        interview["households"] = numbers.Households.ToString();
        interview["ret_yn"] = numbers.Returned > 0 ? "yes" : "no";
        if (numbers.Returned > 0)
        {
            interview["ret_total"] = numbers.Returned.ToString();
            for (var y = 0; y < 4; y++) interview[$"ret_{2020 + y}"] = numbers.ReturnedByYear[y].ToString();
            interview["ret_male"] = numbers.ReturnedMen.ToString();
            interview["ret_female"] = (numbers.Returned - numbers.ReturnedMen).ToString();
            interview["ret_reason"] = numbers.Reason;
            interview.Repeats["ret_countries"] = Rows(numbers.ReturnedFrom, "ret_c");
        }

        interview["emi_n"] = numbers.Abroad.ToString();
        interview["lm_n"] = numbers.Labour.ToString();
        interview.Repeats["emi_dests"] = Rows(numbers.AbroadIn, "emi_d");
        interview["intl_yn"] = numbers.Foreigners > 0 ? "yes" : "no";
        if (numbers.Foreigners == 0) return;

        interview["intl_total"] = numbers.Foreigners.ToString();
        for (var y = 0; y < 4; y++) interview[$"intl_{2020 + y}"] = numbers.ForeignersByYear[y].ToString();
        interview.Repeats["intl_countries"] = Rows(numbers.ForeignersFrom, "intl_c");
    }

    /// <summary>Where a place has two informants, these are the answers in which they may differ.</summary>
    public void Opinions(Interview interview, bool urban)
    {
        interview["ki_name"] = people.Name(random.Below(3) > 0);
        interview["ki_phone"] = people.Phone();
        interview["ki_role"] = urban
            ? Weighted(("quarter_head", 80), ("specialist", 17), ("other", 3))
            : Weighted(("head", 40), ("deputy", 22), ("secretary", 16), ("specialist", 20), ("other", 2));
        if (interview["ki_role"] == "other") interview["ki_role_other"] = random.Pick(["депутат", "аксакал", "социальный работник"]);
        interview["ki_years"] = (random.Below(7) + random.Below(9)).ToString();
        if (interview["ret_yn"] == "yes")
        {
            interview["ret_period"] = Weighted(("to_6m", 14), ("to_1y", 33), ("1_3y", 38), ("over_3y", 12), ("dk", 3));
            if (interview["ret_reason"] == "other") interview["ret_reason_spec"] = random.Pick(OtherReasons);
            interview["ret_difficulty"] = random.Below(12) == 0
                ? "none"
                : Several("work", "income", "housing", "documents", "health", "debts");
            var needs = Needs.ToArray();
            random.Shuffle(needs);
            interview["ret_needs"] = string.Join(' ', needs);
        }

        interview["mig_reason"] = Several("wages", "no_jobs", "debts", "build", "study", "relatives");
        if (random.Below(30) == 0)
        {
            interview["mig_reason"] += " other";
            interview["mig_reason_other"] = random.Pick(["суу жок", "жер тилкеси аз", "климат"]);
        }

        interview["lm_season"] = Weighted(("spring", 42), ("summer", 16), ("autumn", 14), ("all_year", 25), ("dk", 3));
        interview["emi_trend"] = Weighted(("more", 36), ("same", 30), ("less", 30), ("dk", 4));
        if (interview["intl_yn"] == "yes")
            interview["intl_sector"] = Several("construction", "trade", "services", "agriculture", "it", "mining");
        interview["has_clinic"] = Weighted(("yes", 82), ("no", 18));
        interview["has_bank"] = Weighted(("yes", 46), ("no", 54));
        interview["centre_distance"] = urban
            ? Weighted(("here", 35), ("near", 65))
            : Weighted(("here", 6), ("near", 30), ("middle", 40), ("far", 24));
        interview["sources"] = Several("register", "lists", "school", "talk", "estimate");
        interview["quality"] = Weighted(("high", 38), ("middle", 50), ("low", 12));
    }

    private static List<Dictionary<string, string>> Rows((string Country, int Count)[] counts, string prefix) =>
        [.. counts.Select(c => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [prefix + "_country"] = c.Country,
            [prefix + "_n"] = c.Count.ToString(),
        })];

    private string Weighted(params ReadOnlySpan<(string Answer, int Weight)> answers)
    {
        var total = 0;
        foreach (var (_, weight) in answers) total += weight;
        var drawn = random.Below(total);
        foreach (var (answer, weight) in answers)
        {
            if (drawn < weight) return answer;
            drawn -= weight;
        }

        throw new InvalidOperationException("Weights ran out.");
    }

    /// <summary>One to four of the choices, in their order.</summary>
    private string Several(params string[] choices)
    {
        var left = choices.ToList();
        random.Shuffle(left);
        var chosen = left.Take(random.Between(1, 4)).ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', choices.Where(chosen.Contains));
    }
}
