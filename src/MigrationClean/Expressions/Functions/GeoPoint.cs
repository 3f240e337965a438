namespace MigrationClean.Expressions.Functions;

/// <summary>A point.</summary>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
internal readonly record struct GeoPoint(double Latitude, double Longitude);
