namespace MigrationClean.Samples.Drawing;

/// <summary>Points and telephones of the field work.</summary>
internal static class Ground
{
    /// <summary>Cells of 180 m around the middle of a place, in a drawn order.</summary>
    public static Queue<(int North, int East)> Cells(SeededRandom random)
    {
        var cells = Enumerable.Range(0, 49).Select(i => ((i / 7) - 3, (i % 7) - 3)).ToList();
        random.Shuffle(cells);
        return new(cells);
    }

    /// <summary>A geopoint as telephones store it: latitude, longitude, altitude and accuracy in metres.</summary>
    public static string Point(SeededRandom random, Place place, (int North, int East) cell)
    {
        // 180 m are about 0.00162 degrees of latitude and, at 41 degrees north, 0.00215 of longitude; a point stays 40 m inside its cell.
        var latitude = place.Latitude + ((cell.North + (0.5 * (random.Unit() - 0.5))) * 0.00162);
        var longitude = place.Longitude + ((cell.East + (0.5 * (random.Unit() - 0.5))) * 0.00215);
        var altitude = 700 + (random.Below(6000) / 10.0);
        var accuracy = 3 + (random.Below(140) / 10.0);
        return $"{latitude:0.000000} {longitude:0.000000} {altitude:0.0} {accuracy:0.0##}";
    }

    public static string Device(SeededRandom random)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        return "collect:" + string.Concat(Enumerable.Range(0, 16).Select(_ => Letters[random.Below(Letters.Length)]));
    }
}
