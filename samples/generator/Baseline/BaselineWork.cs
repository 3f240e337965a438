using MigrationClean.Samples.Drawing;

namespace MigrationClean.Samples.Baseline;

/// <summary>Plans the interviews with informants from June to August 2023: two or three places of one rayon a day for each
/// enumerator.</summary>
internal static class BaselineWork
{
    private const int Enumerators = 24;
    private const int SecondInformants = 58;

    /// <summary>One visit for each place, a second one right after it where there are two informants, and a few refusals.</summary>
    public static List<(PlaceNumbers Numbers, Visit Visit, bool Second, bool Refused)> Plan(
        SeededRandom random, List<PlaceNumbers> all, int refusals)
    {
        var second = Drawn(random, all, SecondInformants);
        var refused = Drawn(random, [.. all.Where(n => !second.Contains(n))], refusals);
        var plan = new List<(PlaceNumbers, Visit, bool, bool)>();
        for (var e = 0; e < Enumerators; e++)
        {
            var places = all.Where((_, i) => i * Enumerators / all.Count == e).ToList();
            var device = Ground.Device(random);
            var day = new DateOnly(2023, 6, 12).AddDays(random.Below(4));
            var clock = Morning(random, day);
            var (today, limit, rayon) = (0, random.Between(2, 3), places[0].Place.Rayon);
            foreach (var numbers in places)
            {
                if (today == limit || numbers.Place.Rayon != rayon)
                {
                    do day = day.AddDays(random.Between(1, 4));
                    while (day.DayOfWeek is DayOfWeek.Sunday or DayOfWeek.Saturday);
                    (today, limit, rayon) = (0, random.Between(2, 3), numbers.Place.Rayon);
                    clock = Morning(random, day);
                }

                today++;
                var cells = Ground.Cells(random);
                foreach (var (isSecond, isRefused) in Informants(second.Contains(numbers), refused.Contains(numbers)))
                {
                    var visit = Visit(random, $"{e + 1:00}", device, numbers.Place, clock, cells.Dequeue());
                    plan.Add((numbers, visit, isSecond, isRefused));
                    clock = visit.End.AddSeconds(random.Between(1500, 3900)).AddMilliseconds(random.Below(1000));
                }
            }
        }

        return plan;
    }

    /// <summary>Where somebody refuses, somebody else is asked right after.</summary>
    private static IEnumerable<(bool Second, bool Refused)> Informants(bool two, bool refused)
    {
        if (refused) yield return (false, true);
        yield return (false, false);
        if (two) yield return (true, false);
    }

    private static Visit Visit(
        SeededRandom random, string enumerator, string device, Place place, DateTime start, (int North, int East) cell)
    {
        double minutes;
        do minutes = 47 + (9.5 * random.Normal());
        while (minutes is < 27 or > 84);
        var end = start.AddMilliseconds((int)(minutes * 60000));
        return new Visit
        {
            Team = "",
            Enumerator = enumerator,
            Device = device,
            Place = place,
            Start = start,
            End = end,
            Sent = end.AddSeconds(random.Between(60, 30000)),
            Point = Ground.Point(random, place, cell),
        };
    }

    private static DateTime Morning(SeededRandom random, DateOnly day) =>
        day.ToDateTime(new TimeOnly(8, 40)).AddSeconds(random.Below(3000)).AddMilliseconds(random.Below(1000));

    private static HashSet<PlaceNumbers> Drawn(SeededRandom random, List<PlaceNumbers> from, int count)
    {
        var drawn = from.ToList();
        random.Shuffle(drawn);
        return [.. drawn.Take(count)];
    }
}
