namespace MigrationClean.Checks.Places;

/// <summary>Points by cells of a grid, so that near ones are found without comparing all with each other.</summary>
internal sealed class PointGrid
{
    private const double MetresOfDegree = 111_195;

    private readonly Dictionary<(int Y, long X), List<(int Row, GeoPoint Point)>> _cells = [];
    private readonly double _height;

    /// <summary>Lays out points. O(points).</summary>
    /// <param name="points">Rows with their points.</param>
    /// <param name="reach">Metres within which others are looked for: as high as a cell is.</param>
    public PointGrid(IEnumerable<(int Row, GeoPoint Point)> points, double reach)
    {
        _height = Math.Max(reach, 0.1) / MetresOfDegree;
        foreach (var (row, point) in points)
        {
            var cell = CellOf(point.Latitude, point.Longitude);
            if (!_cells.TryGetValue(cell, out var held)) _cells.Add(cell, held = []);
            held.Add((row, point));
        }
    }

    /// <summary>The points within some metres, itself included, in the order of cells.</summary>
    public IEnumerable<(int Row, GeoPoint Point)> Within(GeoPoint point, double metres)
    {
        for (var up = -1; up <= 1; up++)
        {
            var latitude = point.Latitude + (up * _height);
            var (y, x) = CellOf(latitude, point.Longitude);
            for (var across = -1; across <= 1; across++)
                if (_cells.TryGetValue((y, x + across), out var held))
                    foreach (var other in held)
                        if (point.DistanceTo(other.Point) <= metres) yield return other;
        }
    }

    // Cells of one band of latitude are as wide as they are high at its edge that is farther from the equator.
    private (int Y, long X) CellOf(double latitude, double longitude)
    {
        var y = (int)Math.Floor(latitude / _height);
        var edge = Math.Max(Math.Abs(y), Math.Abs(y + 1)) * _height;
        var width = _height / Math.Max(0.01, Math.Cos(double.DegreesToRadians(Math.Min(edge, 89.4))));
        return (y, (long)Math.Floor(longitude / width));
    }
}
