using MigrationClean.Samples.Drawing;

namespace MigrationClean.Samples.Returnees;

/// <summary>Plans the field work of November 2023: six teams of four, one place a day, three to five interviews each.</summary>
/// <remarks>No interview overlaps another of its enumerator, none is shorter than 26 or longer than 86 minutes, no two points are
/// near.</remarks>
internal sealed class FieldWork(SeededRandom random, Places places)
{
    /// <summary>An enumerator's day that is too full to be true: a planted fault.</summary>
    public const string BusyEnumerator = "15";

    public static readonly DateOnly BusyDay = new(2023, 11, 9);

    private static readonly (string Team, string[] Regions, int Interviews)[] Plan =
    [
        ("1", ["KG-J"], 244), ("2", ["KG-J"], 243), ("3", ["KG-O", "KG-GO"], 248),
        ("4", ["KG-B"], 150), ("5", ["KG-GB", "KG-C"], 238), ("6", ["KG-Y", "KG-N", "KG-T"], 146),
    ];

    private readonly HashSet<Place> used = [];

    public static int Interviews => Plan.Sum(p => p.Interviews);

    public List<Visit> Visits()
    {
        var visits = new List<Visit>();
        foreach (var (team, regions, interviews) in Plan)
        {
            var enumerators = Enumerable.Range(1, 4).Select(e => (((int.Parse(team) - 1) * 4) + e).ToString("00")).ToArray();
            var devices = enumerators.Select(_ => Ground.Device(random)).ToArray();
            var day = new DateOnly(2023, 11, 1);
            for (var left = interviews; left > 0; day = day.AddDays(day.DayOfWeek == DayOfWeek.Saturday ? 2 : 1))
            {
                var place = Draw(regions);
                var spots = Ground.Cells(random);
                for (var e = 0; e < 4; e++)
                {
                    var busy = enumerators[e] == BusyEnumerator && day == BusyDay;
                    var today = Math.Min(left, busy ? 13 : random.Between(3, 5));
                    visits.AddRange(Day(team, enumerators[e], devices[e], place, day, today, spots, busy));
                    left -= today;
                }
            }
        }

        return visits;
    }

    private IEnumerable<Visit> Day(
        string team, string enumerator, string device, Place place, DateOnly day, int count, Queue<(int North, int East)> spots, bool busy)
    {
        var clock = day.ToDateTime(new TimeOnly(busy ? 7 : 8, 30)).AddSeconds(random.Below(2400)).AddMilliseconds(random.Below(1000));
        for (var i = 0; i < count; i++)
        {
            var minutes = busy ? 27 + (3 * random.Unit()) : Minutes();
            var end = clock.AddMilliseconds((int)(minutes * 60000));
            yield return new Visit
            {
                Team = team,
                Enumerator = enumerator,
                Device = device,
                Place = place,
                Start = clock,
                End = end,
                Sent = end.AddSeconds(random.Between(40, random.Below(5) == 0 ? 28000 : 2400)),
                Point = Ground.Point(random, place, spots.Dequeue()),
            };
            clock = end.AddSeconds(busy ? random.Between(190, 260) : random.Between(420, 2100)).AddMilliseconds(random.Below(1000));
        }
    }

    private double Minutes()
    {
        double minutes;
        do minutes = 46 + (10.5 * random.Normal());
        while (minutes is < 26.5 or > 85);
        return minutes;
    }

    private Place Draw(string[] regions)
    {
        Place place;
        do place = random.Pick(places.All);
        while (!regions.Contains(place.Region) || !used.Add(place));
        return place;
    }
}
