using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Sample;

/// <summary>A stratum has fewer interviews than planned, as many, or more than target and buffer.</summary>
/// <remarks>Where interviews still come in, the day of completion at the pace of the last three days is told. Source: cleaning §4.9.</remarks>
internal sealed class StratumNotOnTarget : SampleCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("SAM-01", "stratum-not-on-target");

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Run(CheckContext context, SampleFrame frame)
    {
        foreach (var column in frame.Sample.OtherColumns)
            yield return Found(frame, null, new FindingArgument("column", column)) with { Variant = "column" };

        foreach (var stratum in SampleProgress.Of(frame).Strata)
        {
            if (stratum.Row.Target is not { } target) continue;
            var isOver = stratum.Collected > target + stratum.Row.Buffer;
            if (stratum.Collected > target && !isOver) continue;
            var found = Found(
                frame,
                stratum.Row,
                new("stratum", stratum.Name),
                Whole("n", stratum.Collected),
                Whole("target", target),
                Whole("buffer", stratum.Row.Buffer),
                new FindingArgument("day", stratum.DoneOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "—"));
            if (isOver) yield return found with { Variant = "over" };
            else if (stratum.Collected >= target) yield return found with { Variant = "reached", Severity = Severity.Info };
            else yield return stratum.DoneOn is null ? found : found with { Variant = "projected" };
        }
    }
}
