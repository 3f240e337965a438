using MigrationClean.Samples.Drawing;

namespace MigrationClean.Samples.Baseline;

/// <summary>Numbers of all 984 places whose sums are the published totals.</summary>
/// <remarks>
/// Printed: all returnees, four countries, men 64 %, Jalal-Abad 46 % and Bishkek 12 %; foreigners by year and three countries; people
/// abroad,
/// three oblasts, Russia. Chosen by us: returnees by year (2023 = 48,130 and 40 % more than 2022, which reads the headline in the only way
/// that
/// fits the text), the other regions, and how the unnamed countries split.
/// </remarks>
internal static class BaselineNumbers
{
    private static readonly (string Region, int Returned, int Abroad, double Foreigners)[] Regions =
    [
        ("KG-J", 63182, 47294, 1), ("KG-GB", 16482, 52100, 3), ("KG-O", 17900, 51609, 1), ("KG-B", 14600, 41334, 1),
        ("KG-C", 10300, 49800, 1.6),
        ("KG-Y", 5300, 25700, 1), ("KG-N", 4100, 20300, 0.6), ("KG-T", 3400, 17400, 0.6), ("KG-GO", 2089, 22921, 1.4),
    ];

    private static readonly (string Name, int Count)[] ReturnYears = [("2020", 25100), ("2021", 29744), ("2022", 34379), ("2023", 48130)];
    /// <summary>Countries besides Russia, and in how many of a hundred places people go there: migrants follow their neighbours.</summary>
    private static readonly (string Name, int Count, int Percent)[] ReturnCountries =
        [("KAZ", 8072, 32), ("TUR", 4380, 24), ("KOR", 947, 9), ("other", 1829, 16)];

    private static readonly (string Name, int Count)[] ReturnSexes = [("male", 87906), ("female", 49447)];
    private static readonly (string Name, int Count)[] ForeignYears = [("2020", 3477), ("2021", 6110), ("2022", 13060), ("2023", 23723)];
    private static readonly (string Name, int Count)[] ForeignCountries = [("RUS", 18500), ("UZB", 12496), ("KAZ", 5909), ("other", 9465)];

    private static readonly (string Name, int Count, int Percent)[] Destinations =
    [
        ("KAZ", 14000, 32), ("TUR", 9500, 26), ("USA", 5100, 14), ("KOR", 4200, 12), ("DEU", 3900, 12), ("other", 6325, 20),
    ];

    public static List<PlaceNumbers> Draw(SeededRandom random, Places places)
    {
        var all = places.All.Select(p => new PlaceNumbers(p)).ToList();
        foreach (var (region, returned, abroad, _) in Regions)
        {
            var here = all.Where(n => n.Place.Region == region).ToList();
            var counts = Shares.Split(returned, [.. here.Select(_ => random.Below(33) == 0 ? 0 : Weight(random))]);
            for (var i = 0; i < here.Count; i++) here[i].Returned = counts[i];
            counts = Shares.Split(abroad, [.. here.Select(_ => Weight(random))]);
            for (var i = 0; i < here.Count; i++) here[i].Abroad = counts[i];
        }

        var weights = Regions.ToDictionary(r => r.Region, r => r.Foreigners, StringComparer.Ordinal);
        var foreign = Shares.Split(46370, [.. all.Select(n => random.Below(100) < 45 ? 0 : weights[n.Place.Region] * Weight(random))]);
        for (var i = 0; i < all.Count; i++) all[i].Foreigners = foreign[i];

        Deal(random, all, n => n.Returned, ReturnYears, (n, c) => n.ReturnedByYear = [.. c.Select(x => x.Count)]);
        Deal(random, all, n => n.Returned, ReturnSexes, (n, c) => n.ReturnedMen = c[0].Count);
        Cluster(random, all, n => n.Returned, ReturnCountries, (n, c) => n.ReturnedFrom = Present(c));
        Cluster(random, all, n => n.Abroad, Destinations, (n, c) => n.AbroadIn = Present(c));
        AvoidCodes(all);
        Deal(random, all, n => n.Foreigners, ForeignYears, (n, c) => n.ForeignersByYear = [.. c.Select(x => x.Count)]);
        Deal(random, all, n => n.Foreigners, ForeignCountries, (n, c) => n.ForeignersFrom = Present(c));

        var returning = all.Where(n => n.Returned > 0).ToList();
        var reasons = Shares.DealPercent(
            random, returning.Count, ("family", 54), ("permit", 15), ("covid", 8), ("conflict", 7), ("mobilisation", 6), ("sanctions", 5),
            ("other", -1));
        for (var i = 0; i < returning.Count; i++) returning[i].Reason = reasons[i];
        foreach (var numbers in all)
        {
            numbers.Population = 400 + (int)((numbers.Returned + numbers.Abroad + numbers.Foreigners) * (2.4 + (2 * random.Unit())));
            numbers.Households = (int)(numbers.Population / (4.1 + (1.4 * random.Unit())));
            numbers.Labour = (int)(numbers.Abroad * (0.55 + (0.4 * random.Unit())));
        }

        return all;
    }

    private static double Weight(SeededRandom random)
    {
        var u = random.Unit();
        return 0.25 + (1.5 * u * u);
    }

    // A count that people read as "no answer" would be no plain number: one person lives in another place of the region.
    private static void AvoidCodes(List<PlaceNumbers> all)
    {
        foreach (var numbers in all)
            foreach (var (country, count) in numbers.AbroadIn)
            {
                if (count is not (888 or 999 or 8888 or 9999)) continue;
                var other = all.First(n => n != numbers && n.Place.Region == numbers.Place.Region && n.AbroadIn.Any(c => c.Country == country && c.Count is > 1 and < 800));
                Add(numbers, country, -1);
                Add(other, country, 1);
            }
    }

    private static void Add(PlaceNumbers numbers, string country, int more)
    {
        numbers.Abroad += more;
        numbers.AbroadIn = [.. numbers.AbroadIn.Select(c => c.Country == country ? (c.Country, c.Count + more) : c)];
    }

    private static (string Country, int Count)[] Present((string Name, int Count)[] counts) =>
        [.. counts.Where(c => c.Count > 0).OrderByDescending(c => c.Count)];

    /// <summary>Gives each country to some of the larger places in proportion to their totals; the rest of every
    /// place is in Russia.</summary>
    private static void Cluster(
        SeededRandom random,
        List<PlaceNumbers> all,
        Func<PlaceNumbers, int> total,
        (string Name, int Count, int Percent)[] countries,
        Action<PlaceNumbers, (string Name, int Count)[]> set)
    {
        var counts = all.ToDictionary(n => n, n => new List<(string Name, int Count)> { ("RUS", total(n)) });
        foreach (var (name, count, percent) in countries)
        {
            var places = all.Where(n => total(n) >= 15 && random.Below(100) < percent).ToList();
            var shares = Shares.Split(count, [.. places.Select(n => total(n) * (0.6 + random.Unit()))]);
            for (var i = 0; i < places.Count; i++)
            {
                var here = counts[places[i]];
                here[0] = ("RUS", here[0].Count - shares[i]);
                here.Add((name, shares[i]));
            }
        }

        foreach (var numbers in all)
        {
            if (counts[numbers][0].Count < 0)
                throw new InvalidOperationException($"Too many people of {numbers.Place.Code} are elsewhere.");
            set(numbers, [.. counts[numbers]]);
        }
    }

    /// <summary>Deals every single person of the totals to a place, so that rows and columns both come out exactly.</summary>
    private static void Deal(
        SeededRandom random,
        List<PlaceNumbers> all,
        Func<PlaceNumbers, int> total,
        (string Name, int Count)[] categories,
        Action<PlaceNumbers, (string Name, int Count)[]> set)
    {
        var people = new byte[categories.Sum(c => c.Count)];
        var filled = 0;
        for (byte c = 0; c < categories.Length; c++)
        {
            Array.Fill(people, c, filled, categories[c].Count);
            filled += categories[c].Count;
        }

        random.Shuffle(people);
        var next = 0;
        foreach (var numbers in all)
        {
            var counts = new int[categories.Length];
            for (var i = total(numbers); i > 0; i--) counts[people[next++]]++;
            set(numbers, [.. categories.Select((c, i) => (c.Name, counts[i]))]);
        }

        if (next != people.Length) throw new InvalidOperationException($"{people.Length - next} people are left over.");
    }
}
