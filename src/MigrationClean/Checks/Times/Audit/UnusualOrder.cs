using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>The form was filled in another order, or answers were changed afterwards, far more than usual.</summary>
/// <remarks>More than <c>factor</c> times the median of all interviews, where that is not nothing; old answers are never shown. Source: cleaning §4.4.</remarks>
internal sealed class UnusualOrder : AuditCheck
{
    private const string Factor = "factor";

    private static readonly (string Variant, Func<AuditFigures, double> Of, double Least)[] Measures =
    [
        ("order", a => a.OutOfOrder, 0.1),
        ("changes", a => a.Changes, 3),
        ("back", a => a.BackJumps, 3),
    ];

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-13", "unusual-order");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Factor, ParameterKind.Number, "3")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, int[] rows)
    {
        if (rows.Length == 0) yield break;
        var factor = context.Of(this).Number(Factor);
        foreach (var (variant, of, least) in Measures)
        {
            var median = Quantiles.MedianOf(rows.Select(row => of(context.Interviews.AuditOf(row)!)));
            foreach (var row in rows)
            {
                var own = of(context.Interviews.AuditOf(row)!);
                if (own <= factor * median || own <= least) continue;
                yield return Said(context, row, new("own", Shown(variant, own)), new("median", Shown(variant, median))) with { Variant = variant };
            }
        }
    }

    private static string Shown(string variant, double value) => variant == "order" ? Percent(value) : $"{value:0}";
}
