using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The ticks of a range are nowhere, beyond its end, or where it has no value.</summary>
internal sealed class RangeTickInterval : LintRule
{
    public override CheckId Id => new("LINT-101", "range-tick-interval");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var range in RangeParameters.In(form))
        {
            if (range.TickInterval is not { } interval || !range.IsSound) continue;
            var finding = Found(range.Cell.Row, range.Cell.Place, $"tick_interval={range.Cell["tick_interval"]}",
                new("interval", range.Cell["tick_interval"]!), new("start", range.Cell["start"] ?? "1"), new("end", range.Cell["end"] ?? "10"),
                new("step", range.Cell["step"] ?? "1"));
            if (interval == 0) yield return finding;
            else if (interval > range.Width) yield return finding with { Variant = "too-big" };
            else if (interval % range.Step != 0) yield return finding with { Variant = "step" };
        }
    }
}
