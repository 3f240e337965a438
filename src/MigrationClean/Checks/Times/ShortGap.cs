using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times;

/// <summary>The next interview began sooner than an enumerator can go to the next person.</summary>
/// <remarks>Overlapping interviews are another check's. Source: cleaning §4.4, supporteR.</remarks>
internal sealed class ShortGap : TimeCheck
{
    private const string MinMinutes = "min_minutes";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-09", "gap-too-short");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MinMinutes, ParameterKind.Number, "2")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var least = context.Of(this).Number(MinMinutes);
        foreach (var rows in interviews.InOrder())
            for (var i = 1; i < rows.Length; i++)
            {
                var gap = (context.Interviews.Times.StartOf(rows[i]) - context.Interviews.Times.EndOf(rows[i - 1])) / 60_000.0;
                if (gap < 0 || gap >= least) continue;
                yield return Said(context, rows[i], context.Interviews.Times.StartColumn, new("minutes", Minutes(gap)), new FindingArgument("row", $"{context.Submissions.Main.LocationOf(rows[i - 1]).Row}")) with
                {
                    RelatedSubmission = context.Submissions.Main.SubmissionIdOf(rows[i - 1]),
                };
            }
    }
}
