using System.Collections.Immutable;

namespace MigrationClean.Expressions.Functions;

/// <summary>Lengths and areas as the two engines compute them.</summary>
/// <remarks>Sphere of 6,378,100 m. Source: xpath §7.</remarks>
internal static class GeoMeasures
{
    private const double Radius = 6_378_100;

    /// <summary>Metres along the points, by the spherical law of cosines.</summary>
    public static double Distance(ImmutableArray<GeoPoint> points)
    {
        var metres = 0.0;
        for (var i = 1; i < points.Length; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            if (a == b) continue;
            var (latitudeA, latitudeB, difference) = (Radians(a.Latitude), Radians(b.Latitude), Radians(b.Longitude - a.Longitude));
            var cosine = (Math.Sin(latitudeA) * Math.Sin(latitudeB)) + (Math.Cos(latitudeA) * Math.Cos(latitudeB) * Math.Cos(difference));
            metres += Math.Acos(Math.Clamp(cosine, -1, 1)) * Radius;
        }

        return metres;
    }

    /// <summary>JavaRosa's square metres: flat triangles from the first point, x scaled by the cosine of each point's latitude.</summary>
    public static double FlatArea(ImmutableArray<GeoPoint> points)
    {
        if (points.Length < 3) return 0;
        var degree = 2 * Math.PI * Radius / 360;
        (double X, double Y) Flat(GeoPoint p) => ((p.Longitude - points[0].Longitude) * degree * Math.Cos(Radians(p.Latitude)), (p.Latitude - points[0].Latitude) * degree);
        var sum = 0.0;
        for (var i = 1; i + 1 < points.Length; i++)
        {
            var ((x1, y1), (x2, y2)) = (Flat(points[i]), Flat(points[i + 1]));
            sum += (x1 * y2) - (x2 * y1);
        }

        return Math.Abs(sum) / 2;
    }

    /// <summary>Enketo's square metres: Σ Δλ · (2 + sin φ₁ + sin φ₂) · R² / 2.</summary>
    public static double SphereArea(ImmutableArray<GeoPoint> points)
    {
        if (points.Length < 3) return 0;
        var sum = 0.0;
        for (var i = 0; i < points.Length; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Length]);
            sum += Radians(b.Longitude - a.Longitude) * (2 + Math.Sin(Radians(a.Latitude)) + Math.Sin(Radians(b.Latitude)));
        }

        return Math.Abs(sum * Radius * Radius / 2);
    }

    /// <summary>Whether a point lies within a shape, by the even-odd rule on longitude and latitude.</summary>
    public static bool IsInside(GeoPoint point, ImmutableArray<GeoPoint> shape)
    {
        var inside = false;
        for (int i = 0, j = shape.Length - 1; i < shape.Length; j = i++)
        {
            var (a, b) = (shape[i], shape[j]);
            if (a.Latitude > point.Latitude == b.Latitude > point.Latitude) continue;
            var crossing = a.Longitude + ((point.Latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude));
            if (point.Longitude < crossing) inside = !inside;
        }

        return inside;
    }

    /// <summary>Whether two segments that are no neighbours touch or cross. O(segments²), 2,000 segments at most.</summary>
    public static bool CrossesItself(ImmutableArray<GeoPoint> points)
    {
        var segments = Math.Min(points.Length - 1, 2000);
        var isClosed = points.Length > 2 && points[0] == points[^1];
        for (var i = 0; i < segments; i++)
            for (var j = i + 2; j < segments; j++)
            {
                if (isClosed && i == 0 && j == segments - 1) continue;
                if (Meet(points[i], points[i + 1], points[j], points[j + 1])) return true;
            }

        return false;
    }

    private static bool Meet(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d)
    {
        var (abc, abd, cda, cdb) = (Turn(a, b, c), Turn(a, b, d), Turn(c, d, a), Turn(c, d, b));
        if (abc != abd && cda != cdb) return true;
        return (abc == 0 && Between(a, b, c)) || (abd == 0 && Between(a, b, d)) || (cda == 0 && Between(c, d, a)) || (cdb == 0 && Between(c, d, b));
    }

    private static int Turn(GeoPoint a, GeoPoint b, GeoPoint c) =>
        Math.Sign(((b.Longitude - a.Longitude) * (c.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (c.Longitude - a.Longitude)));

    private static bool Between(GeoPoint a, GeoPoint b, GeoPoint c) =>
        c.Longitude >= Math.Min(a.Longitude, b.Longitude) && c.Longitude <= Math.Max(a.Longitude, b.Longitude)
        && c.Latitude >= Math.Min(a.Latitude, b.Latitude) && c.Latitude <= Math.Max(a.Latitude, b.Latitude);

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
