using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A range has parameters of a slider, and an appearance that is none.</summary>
internal sealed class RangeTickAppearance : LintRule
{
    public override CheckId Id => new("LINT-104", "range-tick-appearance");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var range in RangeParameters.In(form))
        {
            var keys = ParameterKeys.OfRangeTicks.Where(key => range.Cell[key] is not null).ToList();
            if (keys.Count == 0 || range.Appearance.Length == 0 || range.Appearance.Any(word => word is "vertical" or "no-ticks")) continue;
            yield return Found(range.Cell.Row, form.PlaceOf(range.Cell.Row, "appearance"), range.Cell.Row["appearance"],
                new("appearance", range.Cell.Row["appearance"]!), new FindingArgument("keys", string.Join("`, `", keys)));
        }
    }
}
