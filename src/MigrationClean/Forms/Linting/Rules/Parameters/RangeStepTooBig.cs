using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The step of a range leads beyond its end at once; the default step too may be too big.</summary>
internal sealed class RangeStepTooBig : LintRule
{
    public override CheckId Id => new("LINT-100", "range-step-too-big");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from range in RangeParameters.In(form)
        where range.Step > range.Width
        select Found(range.Cell.Row, range.Cell.Place, range.Cell.Row["parameters"],
            new("step", range.Cell["step"] ?? "1"), new("start", range.Cell["start"] ?? "1"), new FindingArgument("end", range.Cell["end"] ?? "10"));
}
