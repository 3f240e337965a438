using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>A point moved to the centre of its grid cell; cells that hold fewer than k rows take the coarser cell around them. Source: anonymisation §3.3.</summary>
/// <remarks>Altitude and accuracy always leave.</remarks>
internal sealed class GridCell : Method
{
    private const double EarthRadius = 6_371_008.8;

    private static readonly double[] Coarser = [5_000, 10_000, 50_000];

    public override string Name => "grid";

    public override int Strictness => 5;

    public override ImmutableArray<string> Parameters => ["cell", "k"];

    public override string? WrongParameter(PlanParameters parameters) =>
        parameters.Number("cell", 1000) is { } cell && cell is >= 100 and <= 1_000_000 ? null : "cell";

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var cell = context.Parameters.Number("cell", 1000) ?? 1000;
        double[] sizes = [cell, .. Coarser.Where(c => c > cell)];
        var counts = column.Values.CountByCode();
        var points = new (double Latitude, double Longitude)?[counts.Length];
        for (var code = 1; code < counts.Length; code++)
            if (counts[code] > 0) points[code] = Read(column.Values.Text(code));

        var labels = new string?[counts.Length];
        foreach (var size in sizes)
        {
            var rows = new Dictionary<(long, long), int>();
            for (var code = 1; code < counts.Length; code++)
                if (labels[code] is null && points[code] is { } point) rows[IndexOf(point, size)] = rows.GetValueOrDefault(IndexOf(point, size)) + counts[code];
            for (var code = 1; code < counts.Length; code++)
                if (labels[code] is null && points[code] is { } point && rows[IndexOf(point, size)] >= context.K) labels[code] = Print(CentreOf(point, size), size);
        }

        var (at, blanked) = (0, 0);
        var values = column.Values.MapValues(_ =>
        {
            if (labels[++at] is null) blanked += counts[at];
            return labels[at];
        });
        return new() { Values = values, Kind = ValueKind.Code, Blanked = blanked };
    }

    /// <summary>Row and column of a point's cell.</summary>
    /// <param name="point">Degrees.</param>
    /// <param name="cell">Side in metres.</param>
    internal static (long Row, long Column) IndexOf((double Latitude, double Longitude) point, double cell)
    {
        var height = double.RadiansToDegrees(cell / EarthRadius);
        var row = (long)Math.Floor(point.Latitude / height);
        return (row, (long)Math.Floor(point.Longitude / WidthAt(row, height, cell)));
    }

    /// <summary>Centre of a point's cell, in degrees.</summary>
    internal static (double Latitude, double Longitude) CentreOf((double Latitude, double Longitude) point, double cell)
    {
        var height = double.RadiansToDegrees(cell / EarthRadius);
        var (row, column) = IndexOf(point, cell);
        return ((row + 0.5) * height, (column + 0.5) * WidthAt(row, height, cell));
    }

    private static double WidthAt(long row, double height, double cell) =>
        double.RadiansToDegrees(cell / (EarthRadius * Math.Cos(double.DegreesToRadians((row + 0.5) * height))));

    private static string Print((double Latitude, double Longitude) centre, double cell)
    {
        var format = cell < 5_000 ? "0.000" : "0.00";
        return $"{centre.Latitude.ToString(format, CultureInfo.InvariantCulture)} {centre.Longitude.ToString(format, CultureInfo.InvariantCulture)}";
    }

    private static (double, double)? Read(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || Band.Parse(parts[0]) is not { } latitude || Band.Parse(parts[1]) is not { } longitude) return null;
        return Math.Abs(latitude) < 90 && Math.Abs(longitude) <= 180 ? (latitude, longitude) : null;
    }
}
