using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Logic;

/// <summary>A stored calculation is another than the one that the answers give.</summary>
/// <remarks>
/// Not judged where the expression depends on time, chance, device, missing files or earlier submissions. What follows from another
/// difference says so. Source: xpath §9, cleaning §4.2 and §6.6.
/// </remarks>
internal sealed class CalculationDiffers : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-04", "calculation-differs");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.Calculation;

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var finding = Found(context, result, violation, new FindingArgument("expected", violation.Expected ?? "", Sensitive: true)) with { Expected = violation.Expected };
        var variant = violation.Expected is "" ? "blank" : violation.Follows ? "follows" : null;
        return finding.Variant is null ? finding with { Variant = variant } : finding;
    }
}
