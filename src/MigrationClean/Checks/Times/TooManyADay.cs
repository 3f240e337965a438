using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times;

/// <summary>An enumerator made more interviews in a day than is possible.</summary>
/// <remarks>Told at each interview of the day, as one incident. Source: cleaning §4.4.</remarks>
internal sealed class TooManyADay : TimeCheck
{
    private const string MaxPerDay = "max_per_day";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-12", "too-many-a-day");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(MaxPerDay, ParameterKind.Whole, "12")];

    /// <inheritdoc/>
    protected override bool NeedsEnd => false;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var most = context.Of(this).Whole(MaxPerDay);
        var days = interviews.Rows
            .Where(row => interviews.By[row].Length > 0 && context.Interviews.Times.DayOf(row) is not null)
            .GroupBy(row => (interviews.By[row], Day: context.Interviews.Times.DayOf(row)!.Value))
            .Where(g => g.Count() > most);
        foreach (var day in days)
        {
            var shown = day.Key.Day.ToString("O", CultureInfo.InvariantCulture);
            foreach (var row in day)
                yield return Said(context, row, context.Interviews.Times.StartColumn, new("n", $"{day.Count()}"), new("day", shown), new FindingArgument("limit", $"{most}")) with
                {
                    Group = $"{context.Submissions.Main.SubmissionIdOf(day.First())}:{shown}",
                };
        }
    }
}
