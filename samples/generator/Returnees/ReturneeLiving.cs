using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Remittances, living conditions, the crisis, and what people add in their own words.</summary>
internal sealed class ReturneeLiving(Panel panel, string remarks)
{
    private static readonly string[] Battery = ["ease_job", "ease_credit", "ease_doctor", "ease_school", "ease_papers", "ease_training"];

    private SeededRandom Random => panel.Random;

    public void Answer()
    {
        Remittances();
        Household();
        panel.Deal(
            "econ_sat", Share.Of("very_dissatisfied", 2), Share.Of("dissatisfied", 25), Share.Of("neither", 28), Share.Of("satisfied", 40),
            Share.Rest("very_satisfied"));
        panel.Deal(
            "econ_dissat_why", Share.Of("wage_rise", 27), Share.Of("income_low", 26), Share.Of("unemployment", 26), Share.Rest("prices"));
        panel.Deal("income_suff", Share.Of("saves", 12), Share.Of("no_saving", 57), Share.Of("partly", 22), Share.Rest("not"));
        panel.Deal("housing", Share.Of("yes", 72), Share.Rest("no"));
        panel.Deal("housing_obst", Share.Of("money", 52), Share.Of("loan", 18), Share.Of("land", 16), Share.Rest("no_plan"));
        panel.Deal("health_access", Share.Of("yes", 83), Share.Of("no", 11), Share.Rest("not_sure"));
        panel.Deal("health_obst", Share.Of("money", 46), Share.Of("where", 33), Share.Rest("far"));
        panel.Deal("rights_info", Share.Of("enough", 56), Share.Of("not_well", 21), Share.Of("dk", 22), Share.Rest("refused"));
        panel.Deal("community", Share.Of("no", 51), Share.Of("yes", 44), Share.Rest("dk"));
        panel.DealMultiple(
            "needs_support", ("none", 11), ("work", 41), ("training", 24), ("credit", 37), ("legal", 9), ("health", 13), ("housing", 22),
            ("other", 2));
        panel.Write("needs_support_other", "техника", "тигүү машинасы", "дренаж", "вода для полива", "бала бакча");
        foreach (var interview in panel.All)
            interview["confidence"] = Math.Clamp((int)Math.Round(6 + (2.3 * Random.Normal())), 0, 10).ToString();
        Getting();
        panel.Deal("crisis_return", Share.Of("yes", 50), Share.Rest("no"));
        panel.Deal("hard_6m", Share.Of("yes", 51), Share.Rest("no"));
        panel.Deal("hard_crisis", Share.Of("yes", 72), Share.Rest("no"));
        panel.Deal(
            "hard_main", Share.Of("prices", 41), Share.Of("income", 20), Share.Of("no_work", 19), Share.Of("health", 13),
            Share.Rest("other"));
        panel.Write("hard_main_spec", "карыз", "үй-бүлөлүк", "жол начар", "жарык өчөт", "суу жок", "ремонт дома");
        Remarks();
    }

    private void Remittances()
    {
        panel.Deal("rem_main", Share.Of("yes", 66), Share.Rest("no"));
        panel.Deal("rem_sent", Share.Of("yes", 80), Share.Rest("no"));
        panel.Deal("rem_freq", Share.Of("monthly", 70), Share.Of("quarterly", 19), Share.Of("often", 9), Share.Rest("rarely"));
        panel.Deal(
            "rem_purpose", Share.Of("basic", 80), Share.Of("business", 2), Share.Of("housing", 9), Share.Of("education", 3),
            Share.Rest("debts"));
        panel.Deal("rem_share", Share.Of("q25_50", 46), Share.Of("over_50", 38), Share.Rest("under_25"));
        panel.Deal(
            "rem_channel", Share.Of("app", 34), Share.Of("operator", 31), Share.Of("bank", 14), Share.Of("friends", 11),
            Share.Rest("other"));
        panel.Write("rem_channel_spec", "автобус айдоочу", "с водителем", "өзүм алып келдим", "терминал", "накталай");
        panel.Deal("rem_channel_why", Share.Of("safety", 35), Share.Of("speed", 31), Share.Of("price", 21), Share.Rest("only"));
    }

    private void Household()
    {
        // The married live with their families first; what the report leaves open is people living alone or with other relatives.
        var count = panel.All.Count;
        var married = panel.All.Where(i => i["marital"] == "married").ToList();
        var rest = panel.All.Where(i => i["marital"] != "married").ToList();
        Random.Shuffle(married);
        Random.Shuffle(rest);
        var family = Shares.Count(count, 67);
        foreach (var interview in married.Take(family)) interview["lives_with"] = "family";
        List<Interview> others = [.. married.Skip(family), .. rest];
        var alone = rest.Take(30).ToHashSet();
        foreach (var interview in alone) interview["lives_with"] = "alone";
        others.RemoveAll(alone.Contains);
        var more = Math.Max(0, family - married.Count);
        var dealt = Shares.Deal(Random, others.Count, ("parents", Shares.Count(count, 24)), ("family", more), ("relatives", -1));
        for (var i = 0; i < dealt.Length; i++) others[i]["lives_with"] = dealt[i];

        // 1 to 3: 30 %, 4 to 6: 60 %, 7 and more: 10 % (the printed bands overlap at 3); the larger families have more children.
        foreach (var interview in alone) interview["hh_size"] = "1";
        var (small, large) = (Shares.Count(count, 30), Shares.Count(count, 10));
        var sizes = new List<int>();
        for (var i = 0; i < count - alone.Count; i++)
            if (i < small - alone.Count) sizes.Add(Random.Between(2, 3));
            else if (i < count - alone.Count - large) sizes.Add(Random.Between(4, 6));
            else sizes.Add(7 + (Random.Below(5) / 2));
        sizes.Sort();
        var ordered = panel.All.Where(i => !alone.Contains(i))
            .Select(i => (Interview: i, Key: (i["children_n"].Length > 0 ? int.Parse(i["children_n"]) : 0) + (1.2 * Random.Normal())))
            .OrderBy(p => p.Key).ToArray();
        for (var i = 0; i < ordered.Length; i++) ordered[i].Interview["hh_size"] = sizes[i].ToString();
    }

    /// <summary>Six questions with one list; nobody gives the same answer to all of them, so that straight-lining stands out.</summary>
    private void Getting()
    {
        foreach (var question in Battery)
            panel.Deal(question, Share.Of("easy", 34), Share.Of("hard", 28), Share.Of("failed", 11), Share.Rest("not_tried"));
        foreach (var interview in panel.All)
            if (Battery.Select(q => interview[q]).Distinct(StringComparer.Ordinal).Count() == 1)
                interview["ease_papers"] = interview["ease_papers"] == "easy" ? "hard" : "easy";
    }

    /// <summary>About one in nine adds a remark; no two are the same.</summary>
    private void Remarks()
    {
        var drawn = Returnees.Remarks.Read(remarks, Random);
        foreach (var interview in panel.All)
            if (Random.Below(9) == 0 && drawn.Count > 0) interview["comment"] = drawn.Dequeue();
    }
}
