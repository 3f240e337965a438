using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Where the handle of a range stands before it is moved is no value of the range.</summary>
internal sealed class RangePlaceholder : LintRule
{
    public override CheckId Id => new("LINT-102", "range-placeholder");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var range in RangeParameters.In(form))
        {
            if (RangeParameters.Number(range.Cell["placeholder"]) is not { } placeholder || !range.IsSound) continue;
            var finding = Found(range.Cell.Row, range.Cell.Place, $"placeholder={range.Cell["placeholder"]}",
                new("placeholder", range.Cell["placeholder"]!), new("start", range.Cell["start"] ?? "1"), new("end", range.Cell["end"] ?? "10"),
                new("step", range.Cell["step"] ?? "1"));
            if (!range.Includes(placeholder)) yield return finding;
            else if ((placeholder - range.Start) % range.Step != 0) yield return finding with { Variant = "step" };
        }
    }
}
