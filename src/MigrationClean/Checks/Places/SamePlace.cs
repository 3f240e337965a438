using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Checks.Places;

/// <summary>Interviews of different households were held on one spot.</summary>
/// <remarks>
/// A point that is less accurate than <c>max_accuracy</c> says nothing about metres: then only the same digits are told. Where no question
/// names the household, every submission is one. Cells of a grid are compared with their neighbours, not all points with each other.
/// Source: cleaning §4.8.
/// </remarks>
internal sealed class SamePlace : PlaceCheck
{
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public override CheckId Id => new("GEO-05", "same-place");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_m", ParameterKind.Number, "5"), new("max_accuracy", ParameterKind.Number, "20")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (PointColumn.OfInterviews(context) is not { } points) yield break;
        var values = context.Of(this);
        var (most, accuracy) = (values.Number("max_m"), values.Number("max_accuracy"));
        var main = context.Submissions.Main;
        var rows = context.Interviews.Once.Where(r => points.At(r) is { IsZero: false }).ToArray();
        var grid = new PointGrid(rows.Select(r => (r, points.At(r)!.Value)), most);
        var households = context.Interviews.Fieldwork.Household is { } name ? main.Find(name)?.Value : null;
        foreach (var row in rows)
        {
            var here = points.At(row)!.Value;
            var near = grid.Within(here, most).Where(o => o.Row != row && IsOther(households, row, o.Row))
                .Select(o => (o.Row, IsSame: o.Point.Latitude == here.Latitude && o.Point.Longitude == here.Longitude, o.Point))
                .Where(o => o.IsSame || (here.KnownAccuracy <= accuracy && o.Point.KnownAccuracy <= accuracy))
                .OrderByDescending(o => o.IsSame).ThenBy(o => o.Row).ToList();
            if (near.Count == 0) continue;
            var isSame = near[0].IsSame;
            yield return Found(
                context,
                points,
                row,
                new("n", near.Count.ToString(CultureInfo.InvariantCulture)),
                new("others", string.Join(", ", near.Take(MostNamed).Select(o => main.PlaceOf(o.Row)))),
                Whole("limit", most)) with
            {
                Variant = isSame ? "identical" : null,
                Severity = isSame ? Severity.Error : Severity,
                Group = main.SubmissionIdOf(Math.Min(row, near[0].Row)),
                RelatedSubmission = main.SubmissionIdOf(near[0].Row),
            };
        }
    }

    private static bool IsOther(Column? households, int a, int b) =>
        households is null || households.CodeAt(a) == 0 || !households.Utf8(households.CodeAt(a)).SequenceEqual(households.Utf8(households.CodeAt(b)));
}
