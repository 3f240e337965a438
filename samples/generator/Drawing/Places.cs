using System.Globalization;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Drawing;

/// <summary>One aiyl aimak or town quarter of the samples.</summary>
internal sealed record Place(string Code, string Rayon, string Region, bool Urban, double Latitude, double Longitude, FormChoice Choice);

/// <summary>Nine regions and 45 rayons under their real names, and 984 places with invented ones.</summary>
internal sealed class Places
{
    private static readonly string[] Urban = ["KG-GB", "KG-GO"];

    private readonly List<(string First, string FirstKyrgyz)> first = [];
    private readonly List<(string Second, string SecondKyrgyz)> second = [];
    private readonly SeededRandom random = new(984);

    public Places(string text)
    {
        var rayons = new List<(string Region, int Locations, string[] Cells)>();
        var section = "";
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (line[0] == '=')
            {
                section = line[2..];
            }
            else if (line[0] != ' ')
            {
                section = cells[0];
                Regions.Add(new FormChoice(cells[0], cells[1], cells[2], cells[3], FormChoice.NoParents));
                rayons.Add((section, int.Parse(cells[4]), []));
            }
            else if (section == "first")
            {
                first.Add((cells[0], cells[1]));
            }
            else if (section == "second")
            {
                second.Add((cells[0], cells[1]));
            }
            else
            {
                rayons.Add((section, 0, cells));
            }
        }

        foreach (var region in Regions)
            AddRegion(region.Name, [.. rayons.Where(r => r.Region == region.Name)]);
    }

    public List<FormChoice> Regions { get; } = [];

    public List<FormChoice> Rayons { get; } = [];

    public List<Place> All { get; } = [];

    private void AddRegion(string region, List<(string Region, int Locations, string[] Cells)> rows)
    {
        var shares = Shares.Split(rows[0].Locations, [.. rows.Skip(1).Select(_ => 2 + random.Unit())]);
        for (var r = 1; r < rows.Count; r++)
        {
            var cells = rows[r].Cells;
            var rayon = $"{region}-{r:00}";
            Rayons.Add(new FormChoice(rayon, cells[0], cells[1], cells[2], Parent("region", region)));
            var names = Names(shares[r - 1]);
            for (var l = 0; l < names.Count; l++)
                All.Add(Place($"{rayon}-{l + 1:00}", rayon, region, names[l], Degrees(cells[3]), Degrees(cells[4])));
        }
    }

    private Place Place(string code, string rayon, string region, (string English, string Kyrgyz) name, double latitude, double longitude)
    {
        var urban = Urban.Contains(region);
        var choice = new FormChoice(
            code,
            name.English + (urban ? " quarter" : " aiyl aimak"),
            (urban ? "квартал " : "айыльный аймак ") + name.Kyrgyz,
            name.Kyrgyz + (urban ? " кварталы" : " айыл аймагы"),
            Parent("rayon", rayon));
        var spread = urban ? 0.02 : 0.05;
        return new Place(
            code, rayon, region, urban, latitude + (spread * (random.Unit() - 0.5)), longitude + (spread * (random.Unit() - 0.5)), choice);
    }

    /// <summary>Different names inside a rayon, in alphabetical order of the English form.</summary>
    private List<(string English, string Kyrgyz)> Names(int count)
    {
        var drawn = new SortedDictionary<string, string>(StringComparer.Ordinal);
        while (drawn.Count < count)
        {
            var (a, b) = (random.Pick(first), random.Pick(second));
            drawn[$"{a.First}-{b.Second}"] = $"{a.FirstKyrgyz}-{b.SecondKyrgyz}";
        }

        return [.. drawn.Select(p => (p.Key, p.Value))];
    }

    private static Dictionary<string, string> Parent(string column, string value) => new(StringComparer.Ordinal) { [column] = value };

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
