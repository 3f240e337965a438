using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Places;

/// <summary>A check of places. Coordinates, and what is computed from them, are personal data: sensitive arguments.</summary>
internal abstract class PlaceCheck : SubmissionCheck
{
    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <summary>A finding about a point, with its question's name and label among the arguments.</summary>
    protected Finding Found(CheckContext context, PointColumn points, int row, params ReadOnlySpan<FindingArgument> arguments) =>
        context.At(this, points.Table, row, points.Column, [.. context.Naming(points.Question), .. arguments]);

    /// <summary>A whole number in a message.</summary>
    protected static FindingArgument Whole(string name, double number, bool sensitive = false) =>
        new(name, Math.Round(number).ToString("0", CultureInfo.InvariantCulture), sensitive);
}
