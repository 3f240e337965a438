using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>A long pause within an interview, or a form opened again and again.</summary>
/// <remarks>Source: cleaning §4.4.</remarks>
internal sealed class LongPause : AuditCheck
{
    private const string MaxPause = "max_pause";
    private const string MaxReopenings = "max_reopenings";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-05", "long-pause");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MaxPause, ParameterKind.Number, "30"), new(MaxReopenings, ParameterKind.Whole, "3")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, int[] rows)
    {
        var (pause, reopenings) = (context.Of(this).Number(MaxPause), context.Of(this).Whole(MaxReopenings));
        foreach (var row in rows)
        {
            var audit = context.Interviews.AuditOf(row)!;
            if (audit.LongestPause > pause) yield return Said(context, row, new("minutes", Math.Round(audit.LongestPause).ToString(CultureInfo.InvariantCulture)), new("limit", pause.ToString(CultureInfo.InvariantCulture)));
            if (audit.Reopenings > reopenings)
                yield return Said(context, row, new("n", audit.Reopenings.ToString(CultureInfo.InvariantCulture)), new("limit", reopenings.ToString(CultureInfo.InvariantCulture))) with { Variant = "reopened" };
        }
    }
}
