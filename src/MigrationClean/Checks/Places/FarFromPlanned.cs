using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Places;

/// <summary>An interview was held far from its planned sample point, or from the centre of its site.</summary>
/// <remarks>
/// The point is that of the planned sample; else the centre is in the columns <c>latitude</c> and <c>longitude</c> of the choice of the site
/// (settings <c>columns.site</c>). The point's accuracy is taken off the distance. Source: cleaning §4.8.
/// </remarks>
internal sealed class FarFromPlanned : PlaceCheck
{
    private static readonly string[] Latitudes = ["latitude", "lat", "_latitude", "y"];
    private static readonly string[] Longitudes = ["longitude", "lon", "long", "lng", "_longitude", "x"];

    /// <inheritdoc/>
    public override CheckId Id => new("GEO-04", "far-from-planned");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_m", ParameterKind.Number, "2000")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (PointColumn.OfInterviews(context) is not { } points) yield break;
        var usual = context.Of(this).Number("max_m");
        var site = SiteOf(context);
        foreach (var row in context.Interviews.Once)
        {
            if (points.At(row) is not { IsZero: false } here) continue;
            var (name, isSite, centre, most) = Planned(context, points, row, usual) ?? OfSite(site, row, usual) ?? default;
            if (centre is not { } there) continue;
            var metres = here.DistanceTo(there) - here.KnownAccuracy;
            if (metres <= most) continue;
            yield return Found(context, points, row, new FindingArgument("point", name, isSite), Whole("distance", metres, sensitive: true), Whole("limit", most)) with
            {
                Variant = isSite ? "site" : null,
            };
        }
    }

    private static (string Name, bool IsSite, GeoPoint? Centre, double Most)? Planned(CheckContext context, PointColumn points, int row, double usual)
    {
        if (context.Places.Sample is not { NotExported: null } frame || frame.PointOf(row, points) is not { } at) return null;
        var planned = frame.Sample.Rows[at];
        return Sample.SampleFrame.CentreOf(planned) is { } centre ? (planned.Point, false, centre, planned.MaxMetres ?? usual) : null;
    }

    private static (string Name, bool IsSite, GeoPoint? Centre, double Most)? OfSite((TableColumn Column, GeoPoint?[] ByCode)? site, int row, double usual) =>
        site is { } s && s.ByCode[s.Column.Value.CodeAt(row)] is { } centre ? (s.Column.Value.TextAt(row), true, centre, usual) : null;

    private static (TableColumn Column, GeoPoint?[] ByCode)? SiteOf(CheckContext context)
    {
        if (context.Interviews.Fieldwork.Site is not { } name || context.Submissions.Main.Find(name) is not { Question.Choices: { } list } column) return null;
        var centres = new GeoPoint?[column.Value.ValueCount];
        for (var code = 1; code < centres.Length; code++)
            if (list.Find(column.Value.Text(code)) is { } choice && Number(choice.Columns, Latitudes) is { } latitude && Number(choice.Columns, Longitudes) is { } longitude)
                centres[code] = new(latitude, longitude);
        return (column, centres);
    }

    private static double? Number(FrozenDictionary<string, string> columns, string[] names)
    {
        foreach (var name in names)
            if (columns.TryGetValue(name, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        return null;
    }
}
