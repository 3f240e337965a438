using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Drawing;

/// <summary>The interviews of one survey while their answers are dealt out question by question.</summary>
/// <remarks>Who is asked is decided by the form's relevance, so every share has the base that the form gives it.</remarks>
internal sealed class Panel(FormRules rules, SeededRandom random, IReadOnlyList<Interview> all)
{
    public IReadOnlyList<Interview> All => all;

    public SeededRandom Random => random;

    public List<Interview> Asked(string question) => [.. all.Where(i => rules.IsAsked(i, question))];

    public static bool IsMan(Interview interview) => interview["sex"] == "male";

    /// <summary>Answers a select_one for everybody who is asked it.</summary>
    public void Deal(string question, params Share[] shares)
    {
        var asked = Asked(question);
        var men = asked.Where(IsMan).ToList();
        var women = asked.Where(i => !IsMan(i)).ToList();
        random.Shuffle(men);
        random.Shuffle(women);
        var (m, w) = (0, 0);
        var free = new List<(string Answer, int Count)>();
        foreach (var share in shares)
        {
            if (share.Men is null && share.Women is null)
            {
                free.Add((share.Answer, share.Total is { } percent ? Shares.Count(asked.Count, percent) : -1));
                continue;
            }

            var total = share.Total is { } t ? Shares.Count(asked.Count, t) : 0;
            var ofMen = share.Men is { } x ? (share.Counted ? (int)x : Shares.Count(men.Count, x)) : -1;
            var ofWomen = share.Women is { } y ? (share.Counted ? (int)y : Shares.Count(women.Count, y)) : total - ofMen;
            if (ofMen < 0) ofMen = total - ofWomen;
            for (var i = 0; i < ofMen; i++) men[m++][question] = share.Answer;
            for (var i = 0; i < ofWomen; i++) women[w++][question] = share.Answer;
        }

        List<Interview> rest = [.. men.Skip(m), .. women.Skip(w)];
        var dealt = free.Count == 0 && rest.Count == 0 ? [] : Shares.Deal(random, rest.Count, [.. free]);
        for (var i = 0; i < rest.Count; i++) rest[i][question] = dealt[i];
    }

    /// <summary>Answers a select_multiple so that each choice is chosen by exactly its share and everybody chooses something.</summary>
    /// <remarks>The exclusive choice, if there is one, stands alone.</remarks>
    public void DealMultiple(string question, (string Choice, double Percent)? exclusive, params (string Choice, double Percent)[] shares)
    {
        var asked = Asked(question);
        random.Shuffle(asked);
        var chosen = asked.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        var alone = exclusive is { } e ? Shares.Count(asked.Count, e.Percent) : 0;
        for (var i = 0; i < alone; i++) chosen[i].Add(exclusive!.Value.Choice);

        var counts = shares.Select(s => Shares.Count(asked.Count, s.Percent)).ToArray();
        var covered = alone + counts[0];
        for (var i = alone; i < covered; i++) chosen[i].Add(shares[0].Choice);
        var others = Shares.Split(asked.Count - covered, [.. counts.Skip(1).Select(c => (double)c)]);
        var next = covered;
        for (var s = 1; s < shares.Length; s++)
        {
            for (var i = 0; i < others[s - 1]; i++) chosen[next++].Add(shares[s].Choice);
            for (var left = counts[s] - others[s - 1]; left > 0;)
            {
                var at = random.Between(alone, asked.Count - 1);
                if (chosen[at].Add(shares[s].Choice)) left--;
            }
        }

        string[] order = [.. shares.Select(s => s.Choice)];
        for (var i = 0; i < asked.Count; i++)
            asked[i][question] = string.Join(' ', chosen[i].OrderBy(c => Array.IndexOf(order, c)));
    }

    /// <summary>Gives everybody who is asked a text question one of some short texts.</summary>
    public void Write(string question, params string[] texts)
    {
        foreach (var interview in Asked(question)) interview[question] = random.Pick(texts);
    }

    /// <summary>Whole amounts whose mean is exact to the half: about normal around it, in steps, within 0.35 to 1.75 of the mean.</summary>
    /// <remarks>The total is the sum to reach, a multiple of 100.</remarks>
    public int[] Amounts(int count, int total, double spread, int step)
    {
        var mean = (double)total / count;
        var amounts = new int[count];
        for (var i = 0; i < count; i++)
        {
            double factor;
            do factor = 1 + (spread * random.Normal());
            while (factor is < 0.35 or > 1.75);
            amounts[i] = (int)Math.Round(mean * factor / step) * step;
        }

        var missing = total - amounts.Sum();
        while (Math.Abs(missing) >= step)
        {
            var at = random.Below(count);
            var change = Math.Sign(missing) * step;
            if (amounts[at] + change < 0.35 * mean || amounts[at] + change > 1.75 * mean) continue;
            amounts[at] += change;
            missing -= change;
        }

        amounts[random.Below(count)] += missing;
        return amounts;
    }
}
