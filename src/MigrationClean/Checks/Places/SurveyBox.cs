using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Places;

/// <summary>A box of degrees that holds a country or a survey.</summary>
internal readonly record struct SurveyBox(double South, double West, double North, double East)
{
    private const int FewestPoints = 10;
    private const double LeastPadding = 1;

    /// <summary>Whether a point is in the box.</summary>
    public bool Holds(double latitude, double longitude) => latitude >= South && latitude <= North && longitude >= West && longitude <= East;

    /// <summary>The box of the settings: south, west, north, east.</summary>
    /// <exception cref="InputException"><c>settings/box</c>: these are not four numbers in order.</exception>
    public static SurveyBox Of(ImmutableArray<string> texts)
    {
        var numbers = texts.Select(t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : double.NaN).ToArray();
        return numbers is [>= -90 and var south, >= -180 and var west, <= 90 and var north, <= 180 and var east] && south < north && west < east
            ? new(south, west, north, east)
            : throw new InputException("settings/box", null);
    }

    /// <summary>
    /// The box of most of a survey's own points: the quartiles, on each side wider by three times their distance (Tukey's outer fence), by
    /// one degree at least. <see langword="null"/> for fewer than ten points.
    /// </summary>
    public static SurveyBox? OfMost(List<GeoPoint> points)
    {
        if (points.Count < FewestPoints) return null;
        var (south, north) = Range(points.Select(p => p.Latitude));
        var (west, east) = Range(points.Select(p => p.Longitude));
        return new(south, west, north, east);
    }

    private static (double Low, double High) Range(IEnumerable<double> degrees)
    {
        double[] sorted = [.. degrees.Order()];
        var (low, high) = (Quantiles.Of(sorted, 0.25), Quantiles.Of(sorted, 0.75));
        var padding = Math.Max(LeastPadding, 3 * (high - low));
        return (low - padding, high + padding);
    }
}
