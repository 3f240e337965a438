using System.Collections.Immutable;
using System.Text.Json;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Checks.Places;

/// <summary>The survey area: polygons of a GeoJSON file with what they are called.</summary>
internal sealed class SurveyArea
{
    private const long LargestFile = 64L << 20;

    private SurveyArea(ImmutableArray<AreaPolygon> polygons)
    {
        Polygons = polygons;
        Box = new(polygons.Min(p => p.South), polygons.Min(p => p.West), polygons.Max(p => p.North), polygons.Max(p => p.East));
    }

    /// <summary>The polygons, in the order of the file; at least one.</summary>
    public ImmutableArray<AreaPolygon> Polygons { get; }

    /// <summary>The box that holds all of them.</summary>
    public SurveyBox Box { get; }

    /// <summary>The area that the settings of GEO-03 name; <see langword="null"/> = none.</summary>
    /// <exception cref="InputException">FILE-01 to FILE-05, <c>FILE-04/area</c>: the file can't be used.</exception>
    public static SurveyArea? Of(CheckContext context)
    {
        var values = context.Settings.Of(OutsideArea.Check);
        return values.TextOrNull("area") is { } path ? Read(InputFile.FromPath(path), values.TextOrNull("property")) : null;
    }

    /// <summary>Reads Polygon and MultiPolygon features of a collection, a feature or a bare geometry.</summary>
    /// <param name="file">The file.</param>
    /// <param name="property">The property that holds a polygon's name; <see langword="null"/> = they have none.</param>
    /// <exception cref="InputException">FILE-01 to FILE-05, <c>FILE-04/area</c>: it is no GeoJSON with a polygon, or the property is missing.</exception>
    public static SurveyArea Read(InputFile file, string? property)
    {
        var location = new Location { File = file.Name };
        var polygons = new List<AreaPolygon>();
        try
        {
            using var stream = file.Open();
            if (stream.CanSeek && stream.Length > LargestFile) throw new InputException("FILE-05/size-fixed", location, new FindingArgument("limit", "64"));
            using var json = JsonDocument.Parse(stream);
            foreach (var (feature, geometry) in Geometries(json.RootElement)) polygons.AddRange(AreaPolygon.Of(geometry, NameOf(feature, property, location)));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new InputException("FILE-04/area", location);
        }

        return polygons.Count > 0 ? new([.. polygons]) : throw new InputException("FILE-04/area", location);
    }

    private static IEnumerable<(JsonElement Feature, JsonElement Geometry)> Geometries(JsonElement root) => root.GetProperty("type").GetString() switch
    {
        "FeatureCollection" => root.GetProperty("features").EnumerateArray().Select(f => (f, f.GetProperty("geometry"))),
        "Feature" => [(root, root.GetProperty("geometry"))],
        _ => [(root, root)],
    };

    private static string? NameOf(JsonElement feature, string? property, Location location)
    {
        if (property is null) return null;
        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(property, out var name))
            return name.ToString();
        throw new InputException("FILE-04/area-property", location, new FindingArgument("property", property));
    }
}
