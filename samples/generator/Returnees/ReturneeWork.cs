using MigrationClean.Samples.Drawing;

namespace MigrationClean.Samples.Returnees;

/// <summary>Work in Kyrgyzstan and the plans to leave again.</summary>
/// <remarks>The report prints shares of all respondents as shares of the employed (and so on); here each has the base that makes it
/// right.</remarks>
internal sealed class ReturneeWork(Panel panel)
{
    public void Answer()
    {
        // 22 + 14 + 9 + 5 = 50 percent of all; 399 men and 215 women have work.
        panel.Deal(
            "emp_now", Share.Count("private", 178, 92), Share.Count("own", 112, 60), Share.Count("state", 60, 50),
            Share.Count("daily", 49, 13),
            Share.Count("leaving", 245, 62), Share.Count("housewife", 0, 98), Share.Count("looking", 92, 31), Share.Rest("other"));
        panel.Write("emp_now_spec", "студент", "пенсионер", "декретте", "в отпуске", "бала багат", "болничный");
        panel.Deal(
            "sector_now", Share.Of("agriculture", 17, men: 22), Share.Of("services", 14, women: 29), Share.Of("construction", 14, men: 20),
            Share.Of("transport", men: 17, women: 1), Share.Of("manufacturing", men: 9, women: 18),
            Share.Of("education", men: 3, women: 12),
            Share.Of("trade", 10), Share.Rest("other"));
        panel.Write("sector_now_spec", "тоо-кен", "медицина", "банк", "айылдык кеңеш", "тигүү цехи", "туризм");
        panel.Deal("formal", Share.Of("formal", men: 45, women: 50), Share.Rest("informal"));
        panel.Deal("pension", Share.Of("yes", 43), Share.Of("no", 43), Share.Rest("dk"));
        panel.Deal("wage_now_known", Share.Count("told", 364, 196), Share.Count("dk", 14, 9), Share.Rest("refused"));
        // 30,638.5 and 26,042.9 som: women have 85 percent of the men's income, and 560 people the printed mean of 29,030.
        ReturneeMigration.Wages(panel, "wage_now", men: 30638.5, women: 26042.86, spread: 0.24, step: 500);
        panel.Deal("find_time", Share.Of("1m", 50), Share.Of("2_6m", 35), Share.Of("over_6m", 12), Share.Rest("dk"));
        panel.Deal(
            "work_problem", Share.Of("hours", 24), Share.Of("wage", 21), Share.Of("bureaucracy", 8), Share.Of("conditions", 6),
            Share.Of("mismatch", 4),
            Share.Of("other_problem", 5), Share.Rest("none"));
        panel.Deal(
            "crisis_wage", Share.Of("none", 24), Share.Of("decreased", 18), Share.Of("increased", 6), Share.Of("mixed", 24),
            Share.Of("too_early", 20),
            Share.Rest("dk"));
        Looking();
        Leaving();
    }

    private void Looking()
    {
        panel.Deal("seek_time", Share.Of("1m", 51), Share.Of("1y", 28), Share.Of("over_1y", 13), Share.Rest("dk"));
        panel.Deal("emp_centre", Share.Of("no", 84), Share.Rest("yes"));
        panel.DealMultiple("seek_how", null, ("friends", 77), ("media", 47), ("enterprise", 31), ("direct", 9), ("other_way", 3));
        panel.DealMultiple("job_pref", null, ("paid", 71), ("stable", 47), ("matching", 15));
        panel.Deal(
            "barrier", Share.Of("education", 23, men: 25), Share.Of("experience", 11), Share.Of("training", 10), Share.Of("conditions", 8),
            Share.Of("general", 8), Share.Of("language", 7), Share.Of("no_jobs", 21), Share.Rest("nothing"));
        ReturneeMigration.Wages(panel, "wage_expect", men: 50732, women: 43871, spread: 0.22, step: 500);
    }

    private void Leaving()
    {
        // 17 + 9 + 15 percent intend to leave: 402 men and 101 women, the 80 percent men that the shares of those who would go alone need.
        // Whoever is not looking for work because of leaving again intends to leave.
        var leavers = panel.All.Where(i => i["emp_now"] == "leaving").ToList();
        var others = panel.All.Where(i => i["emp_now"] != "leaving").ToList();
        panel.Random.Shuffle(others);
        leavers.AddRange(others.Where(Panel.IsMan).Take(402 - 245));
        leavers.AddRange(others.Where(i => !Panel.IsMan(i)).Take(101 - 62));
        var staying = panel.All.Except(leavers).ToList();
        Deal(leavers, ("back", 209), ("settle", 110), ("abroad", 184));
        Deal(staying, ("stay", 528), ("undecided", 197));

        panel.Deal(
            "remig_why", Share.Of("wages", 26), Share.Of("no_jobs", 17), Share.Of("debts", 16), Share.Of("confidence", 10),
            Share.Of("family", 23),
            Share.Rest("other"));
        panel.Write("remig_why_spec", "балдардын окуусу", "дарылануу", "көнүп калган", "карьера", "там моя работа");
        panel.Deal(
            "remig_when", Share.Of("undecided", 28), Share.Of("1_3m", 21), Share.Of("4_6m", 20), Share.Of("1m", 8), Share.Rest("later"));
        panel.Deal("remig_return", Share.Of("yes", 47), Share.Of("no", 30), Share.Rest("dk"));
        panel.Deal(
            "remig_with", Share.Of("alone", men: 66, women: 46), Share.Of("spouse", 17, women: 26), Share.Of("family", 12),
            Share.Rest("friends"));
        panel.Deal(
            "remig_dest", Share.Of("RUS", 28), Share.Of("USA", 12), Share.Of("DEU", 8), Share.Of("TUR", 7), Share.Of("KOR", 7),
            Share.Of("GBR", 5),
            Share.Of("KAZ", 6), Share.Of("elsewhere", 9), Share.Rest("undecided"));
        panel.Deal(
            "dest_why", Share.Of("income", 56), Share.Of("relatives", 18), Share.Of("language", 13), Share.Of("easy", 9), Share.Rest("dk"));
    }

    private void Deal(List<Logic.Interview> interviews, params (string Name, int Count)[] counts)
    {
        var dealt = Shares.Deal(panel.Random, interviews.Count, counts);
        for (var i = 0; i < dealt.Length; i++) interviews[i]["intent"] = dealt[i];
    }
}
