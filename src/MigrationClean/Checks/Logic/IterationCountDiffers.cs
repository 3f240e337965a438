using System.Globalization;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Logic;

/// <summary>A repeat has another number of iterations than its <c>repeat_count</c> gives.</summary>
/// <remarks>More than asked for is a warning: lowering the count on a phone does not always delete iterations at once. Source: xlsform §9.</remarks>
internal sealed class IterationCountDiffers : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("ID-07", "iteration-count-differs");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.RepeatCount;

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var shape = result.Data.Shape;
        var repeat = result.NodeOf(violation);
        var outer = result.Data.TableOf(shape.ParentTables[shape.TableOf[violation.Element]])!;
        var (expected, actual) = (violation.Expected!, violation.Value!);
        var finding = context.At(
            this, outer, violation.Row, null, [.. context.Naming(repeat), new("expected", expected, Sensitive: true), new("n", actual)]) with
        {
            Question = repeat.Name,
            Path = outer.PathOf(violation.Row, repeat, result.Data.Form),
            Value = actual,
            Expected = expected,
        };
        if (violation.DependsOnClient) return finding with { Variant = "client", Severity = Severity.Notice };
        var isSurplus = int.Parse(actual, CultureInfo.InvariantCulture) > int.Parse(expected, CultureInfo.InvariantCulture);
        return isSurplus ? finding with { Variant = "surplus", Severity = Severity.Warning } : finding;
    }
}
