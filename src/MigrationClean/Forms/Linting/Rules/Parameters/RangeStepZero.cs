using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The step of a range is zero.</summary>
internal sealed class RangeStepZero : LintRule
{
    public override CheckId Id => new("LINT-99", "range-step-zero");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from range in RangeParameters.In(form)
        where range.Step == 0
        select Found(range.Cell.Row, range.Cell.Place, $"step={range.Cell["step"]}");
}
