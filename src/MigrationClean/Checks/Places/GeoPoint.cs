namespace MigrationClean.Checks.Places;

/// <summary>A point on the earth as a device stored it.</summary>
/// <param name="Latitude">Degrees, −90 to 90.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="Altitude">Metres; NaN where it is not told.</param>
/// <param name="Accuracy">Metres, 0 or more; NaN where it is not told.</param>
internal readonly record struct GeoPoint(double Latitude, double Longitude, double Altitude = double.NaN, double Accuracy = double.NaN)
{
    private const double EarthRadius = 6_371_008.8;
    private const double Zero = 0.0005;

    /// <summary>Whether it is the zero point of the map: no place, but a device that had none.</summary>
    public bool IsZero => Math.Abs(Latitude) < Zero && Math.Abs(Longitude) < Zero;

    /// <summary>The accuracy, 0 where it is not told.</summary>
    public double KnownAccuracy => double.IsNaN(Accuracy) ? 0 : Accuracy;

    /// <summary>Metres to another point along a great circle: haversine on a sphere of 6,371,008.8 m (cleaning §4.8).</summary>
    public double DistanceTo(GeoPoint other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var across = Math.Sin((b - a) / 2);
        var along = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var h = (across * across) + (Math.Cos(a) * Math.Cos(b) * along * along);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
