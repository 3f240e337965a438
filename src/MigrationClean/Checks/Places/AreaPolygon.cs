using System.Collections.Immutable;
using System.Text.Json;

namespace MigrationClean.Checks.Places;

/// <summary>A polygon with its holes: rings of longitudes and latitudes.</summary>
internal sealed class AreaPolygon
{
    private readonly ImmutableArray<(double X, double Y)[]> _rings;

    /// <summary>A polygon.</summary>
    /// <param name="name">What it is called, or <see langword="null"/>.</param>
    /// <param name="rings">The outline, then the holes; closed or not.</param>
    public AreaPolygon(string? name, ImmutableArray<(double X, double Y)[]> rings)
    {
        (Name, _rings) = (name, rings);
        (West, East) = (rings[0].Min(p => p.X), rings[0].Max(p => p.X));
        (South, North) = (rings[0].Min(p => p.Y), rings[0].Max(p => p.Y));
    }

    /// <summary>What it is called, or <see langword="null"/>.</summary>
    public string? Name { get; }

    /// <summary>Smallest longitude.</summary>
    public double West { get; }

    /// <summary>Largest longitude.</summary>
    public double East { get; }

    /// <summary>Smallest latitude.</summary>
    public double South { get; }

    /// <summary>Largest latitude.</summary>
    public double North { get; }

    /// <summary>The polygons of a GeoJSON geometry; other shapes are left out.</summary>
    public static IEnumerable<AreaPolygon> Of(JsonElement geometry, string? name)
    {
        if (geometry.ValueKind != JsonValueKind.Object) yield break;
        var type = geometry.GetProperty("type").GetString();
        if (type == "GeometryCollection")
        {
            foreach (var part in geometry.GetProperty("geometries").EnumerateArray().SelectMany(g => Of(g, name))) yield return part;
        }
        else if (type is "Polygon" or "MultiPolygon")
        {
            var places = geometry.GetProperty("coordinates");
            IEnumerable<JsonElement> polygons = type == "Polygon" ? [places] : places.EnumerateArray();
            foreach (var polygon in polygons) yield return new AreaPolygon(name, [.. polygon.EnumerateArray().Select(Ring)]);
        }
    }

    /// <summary>Whether a point is inside, by the even-odd rule with holes; the boundary is inside, and so is what is nearer to it than the buffer.</summary>
    /// <param name="point">The point.</param>
    /// <param name="buffer">Metres.</param>
    public bool Holds(GeoPoint point, double buffer)
    {
        var (scaleX, scaleY) = Scales(point.Latitude);
        var (marginX, marginY) = (buffer / scaleX, buffer / scaleY);
        if (point.Longitude < West - marginX || point.Longitude > East + marginX || point.Latitude < South - marginY || point.Latitude > North + marginY) return false;

        var inside = false;
        foreach (var ring in _rings)
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var ((ax, ay), (bx, by)) = (ring[i], ring[j]);
                if ((ay > point.Latitude) != (by > point.Latitude) && point.Longitude < ((bx - ax) * (point.Latitude - ay) / (by - ay)) + ax) inside = !inside;
            }

        return inside || MetresToBoundary(point, scaleX, scaleY) <= buffer;
    }

    private double MetresToBoundary(GeoPoint point, double scaleX, double scaleY)
    {
        var nearest = double.PositiveInfinity;
        foreach (var ring in _rings)
            for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
            {
                var (x, y) = ((ring[i].X - point.Longitude) * scaleX, (ring[i].Y - point.Latitude) * scaleY);
                var (dx, dy) = ((ring[j].X - ring[i].X) * scaleX, (ring[j].Y - ring[i].Y) * scaleY);
                var length = (dx * dx) + (dy * dy);
                var along = length == 0 ? 0 : Math.Clamp(-((x * dx) + (y * dy)) / length, 0, 1);
                nearest = Math.Min(nearest, Math.Sqrt(Math.Pow(x + (along * dx), 2) + Math.Pow(y + (along * dy), 2)));
            }

        return nearest;
    }

    /// <summary>Metres of a degree of longitude and of latitude here: a plane is near enough for a buffer of metres.</summary>
    private static (double X, double Y) Scales(double latitude)
    {
        const double MetresOfDegree = 6_371_008.8 * Math.PI / 180;
        return (Math.Max(1, MetresOfDegree * Math.Cos(double.DegreesToRadians(latitude))), MetresOfDegree);
    }

    private static (double X, double Y)[] Ring(JsonElement ring)
    {
        (double X, double Y)[] points = [.. ring.EnumerateArray().Select(p => (p[0].GetDouble(), p[1].GetDouble()))];
        return points.Length >= 3 ? points : throw new FormatException("A ring has three points at least.");
    }
}
