using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times;

/// <summary>An interview was longer than people put up with: the form was left open, or the talk went on.</summary>
/// <remarks>From start to end a form may lie open in a pocket: a notice. By active time it is a warning. Source: cleaning §4.4.</remarks>
internal sealed class TooLong : TimeCheck
{
    private const string MaxMinutes = "max_minutes";
    private const string MaxActive = "max_active_minutes";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-02", "interview-too-long");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MaxMinutes, ParameterKind.Number, "90"), new(MaxActive, ParameterKind.Number, "150")];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var (most, mostActive) = (context.Of(this).Number(MaxMinutes), context.Of(this).Number(MaxActive));
        foreach (var row in interviews.Rows)
        {
            if (context.Interviews.ActiveMinutesOf(row) is { } active)
            {
                if (active > mostActive)
                    yield return Said(context, row, context.Interviews.Times.EndColumn, new("minutes", Minutes(active)), new FindingArgument("limit", Minutes(mostActive))) with { Variant = "active", Severity = Severity.Warning };
            }
            else if (context.Interviews.Times.MinutesOf(row) is { } minutes && minutes > most)
                yield return Said(context, row, context.Interviews.Times.EndColumn, new("minutes", Minutes(minutes)), new FindingArgument("limit", Minutes(most)));
        }
    }
}
