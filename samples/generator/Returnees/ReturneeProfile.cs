using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Who the respondents are: sex, age, family, education, children.</summary>
internal sealed class ReturneeProfile(Panel panel, People people)
{
    /// <summary>65 % of 1,228, the mean age of 38 and the mean of three children, as sums.</summary>
    private const int Men = 798;
    private const int Years = 38 * 1228;
    private const int Children = 3 * 995;

    private SeededRandom Random => panel.Random;

    public void Answer()
    {
        var sexes = Shares.Deal(Random, panel.All.Count, ("male", Men), ("female", -1));
        for (var i = 0; i < sexes.Length; i++) panel.All[i]["sex"] = sexes[i];
        foreach (var interview in panel.All)
        {
            interview["resp_name"] = people.Name(Panel.IsMan(interview));
            if (Random.Below(12) > 0) interview["resp_phone"] = people.Phone();
        }

        // The printed shares by sex (76/6/1 and 69/11/9) and in all (74/14/8/4) leave little room: these counts meet all of them.
        panel.Deal(
            "marital", Share.Count("married", 609, 298), Share.Count("divorced", 49, 48), Share.Count("widowed", 8, 39),
            Share.Rest("single"));
        Ages();
        panel.Deal("ethnicity", Share.Of("kyrgyz", 88), Share.Of("uzbek", 8), Share.Rest("other"));
        panel.Write("ethnicity_spec", "дунган", "уйгур", "тажик", "орус", "татар", "казак");
        panel.Deal(
            "edu_level", Share.Of("complete", men: 41, women: 34), Share.Of("higher", men: 22, women: 30), Share.Of("special", 15),
            Share.Of("incomplete", 9), Share.Rest("vocational"));
        panel.Deal(
            "field", Share.Of("engineering", 24, men: 31), Share.Of("teaching", 16, women: 23), Share.Of("social", 12),
            Share.Of("arts", 11),
            Share.Of("services", 11), Share.Of("science", 11), Share.Rest("other_field"));
        panel.Deal("short_course", Share.Of("yes", 14), Share.Rest("no"));
        ChildrenOf();
        panel.Deal(
            "breadwinner", Share.Of("main", men: 51, women: 22), Share.Of("refused", 2), Share.Rest("not_main"));
        Dependants();
    }

    /// <summary>30 to 49: 65 %. The single are mostly young, the widowed mostly old.</summary>
    private void Ages()
    {
        var ages = new List<int>();
        var middle = Shares.Count(panel.All.Count, 65);
        for (var i = 0; i < middle; i++) ages.Add(Random.Between(30, 49));
        for (var i = 0; i < 228; i++) ages.Add(Random.Between(19, 29));
        while (ages.Count < panel.All.Count) ages.Add(50 + ((Random.Below(17) + Random.Below(17)) / 2));

        for (var missing = Years - ages.Sum(); missing != 0;)
        {
            var at = Random.Below(ages.Count);
            var changed = ages[at] + Math.Sign(missing);
            if (changed is < 19 or > 67 || (ages[at] < 30) != (changed < 30) || (ages[at] < 50) != (changed < 50)) continue;
            ages[at] = changed;
            missing -= Math.Sign(missing);
        }

        ages.Sort();
        var order = panel.All
            .Select(i => (Interview: i, Rank: Rank(i["marital"]) + (0.8 * Random.Normal())))
            .OrderBy(p => p.Rank).ToArray();
        for (var i = 0; i < order.Length; i++) order[i].Interview["age"] = ages[i].ToString();
    }

    private static double Rank(string marital) => marital switch
    {
        "single" => -1.2,
        "divorced" => 0.3,
        "widowed" => 1.2,
        _ => 0,
    };

    private void ChildrenOf()
    {
        var parents = panel.All.Where(i => i["marital"] != "single").ToList();
        Random.Shuffle(parents);
        parents = [.. parents.OrderByDescending(i => int.Parse(i["age"]) + Random.Below(25)).Take(Shares.Count(panel.All.Count, 81))];
        var counts = parents.Select(p => Math.Clamp((int)Math.Round(2.9 + (1.3 * Random.Normal())), 1, Most(p))).ToArray();
        for (var missing = Children - counts.Sum(); missing != 0;)
        {
            var at = Random.Below(counts.Length);
            var changed = counts[at] + Math.Sign(missing);
            if (changed < 1 || changed > Most(parents[at])) continue;
            counts[at] = changed;
            missing -= Math.Sign(missing);
        }

        foreach (var interview in panel.All) interview["children_yn"] = "no";
        for (var i = 0; i < parents.Count; i++)
        {
            parents[i]["children_yn"] = "yes";
            parents[i]["children_n"] = counts[i].ToString();
        }

        // 18 % of all respondents: 80 of 1,228 in the host country, the others elsewhere.
        var apart = Shares.Count(panel.All.Count, 18);
        panel.Deal("children_where", Share.Count("host", 52, 28), Share.Count("elsewhere", 92, apart - 80 - 92), Share.Rest("parents"));
        foreach (var parent in parents) parent.Repeats["children"] = Rows(parent);
    }

    private static int Most(Interview parent) => Math.Clamp((int.Parse(parent["age"]) - 16) / 3, 1, 7);

    private List<Dictionary<string, string>> Rows(Interview parent)
    {
        var rows = new List<Dictionary<string, string>>();
        var parentAge = int.Parse(parent["age"]);
        var age = parentAge - Math.Min(parentAge - 1, Random.Between(18, 27));
        var where = parent["children_where"];
        for (var i = 0; i < int.Parse(parent["children_n"]); i++)
        {
            var away = where switch
            {
                "host" => i == 0 || Random.Below(3) > 0 ? "host" : "parents",
                "elsewhere" => age >= 20 ? "own" : "relatives",
                _ => "parents",
            };
            rows.Add(new(StringComparer.Ordinal)
            {
                ["child_age"] = Math.Max(age, 0).ToString(),
                ["child_sex"] = Random.Below(2) == 0 ? "male" : "female",
                ["child_where"] = away,
            });
            age = Math.Max(0, age - Random.Between(1, 4));
        }

        return rows;
    }

    /// <summary>Whole numbers behind the printed bands; the band for 3 was not printed and gets the 1 % that is missing.</summary>
    private void Dependants()
    {
        var bands = Shares.DealPercent(Random, panel.All.Count, ("0", 29), ("1", 43), ("4", 25), ("7", 2), ("3", -1));
        for (var i = 0; i < bands.Length; i++)
        {
            panel.All[i]["dependants"] = bands[i] switch
            {
                "1" => Random.Between(1, 2).ToString(),
                "4" => (4 + (Random.Below(5) / 2)).ToString(),
                "7" => (7 + (Random.Below(5) / 2)).ToString(),
                var other => other,
            };
        }
    }
}
