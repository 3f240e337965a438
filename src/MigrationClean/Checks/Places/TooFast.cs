using System.Collections.Immutable;
using MigrationClean.Checks.Duplicates;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Places;

/// <summary>An enumerator would have had to travel too fast from one interview to the next.</summary>
/// <remarks>
/// From start to start, on the points of the start where the form has them; the accuracies of both points are taken off the distance. What no
/// car can do is a fault of the device: a notice. Source: cleaning §4.8.
/// </remarks>
internal sealed class TooFast : PlaceCheck
{
    private const double MillisecondsOfHour = 3_600_000;
    private const double LeastTime = 1000;

    /// <inheritdoc/>
    public override CheckId Id => new("GEO-06", "too-fast");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
        [new("max_kmh", ParameterKind.Number, "60"), new("fault_kmh", ParameterKind.Number, "300"), new("max_accuracy", ParameterKind.Number, "100")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (PointColumn.OfStarts(context) is not { } points) yield break;
        var values = context.Of(this);
        var (most, fault, accuracy) = (values.Number("max_kmh"), values.Number("fault_kmh"), values.Number("max_accuracy"));
        var main = context.Submissions.Main;
        var starts = InterviewStart.Of(context);
        var enumerators = NearDuplicate.Enumerators(context);
        var rounds = context.Interviews.Once
            .Where(r => enumerators[r] != 0 && !double.IsNaN(starts[r]) && points.At(r) is { IsZero: false } point && point.KnownAccuracy <= accuracy)
            .GroupBy(r => enumerators[r]);
        foreach (var round in rounds)
        {
            var before = -1;
            foreach (var row in round.OrderBy(r => starts[r]).ThenBy(r => r))
            {
                if (before >= 0 && Speed(points.At(before)!.Value, points.At(row)!.Value, starts[row] - starts[before]) is var speed && speed > most)
                    yield return Found(
                        context, points, row, Whole("speed", speed, sensitive: true), Whole("limit", speed > fault ? fault : most), new FindingArgument("other", main.PlaceOf(before))) with
                    {
                        Variant = speed > fault ? "fault" : null,
                        Severity = speed > fault ? Severity.Notice : Severity,
                        Group = main.SubmissionIdOf(before),
                        RelatedSubmission = main.SubmissionIdOf(before),
                    };
                before = row;
            }
        }
    }

    private static double Speed(GeoPoint from, GeoPoint to, double milliseconds)
    {
        var metres = Math.Max(0, from.DistanceTo(to) - from.KnownAccuracy - to.KnownAccuracy);
        return metres / 1000 / (Math.Max(LeastTime, milliseconds) / MillisecondsOfHour);
    }
}
