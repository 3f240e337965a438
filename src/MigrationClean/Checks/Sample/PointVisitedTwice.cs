using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Sample;

/// <summary>A sample point was visited more often than planned, or by another team than planned.</summary>
/// <remarks>A point with a target may be visited as often as that and its buffer say; one without, once. Source: cleaning §4.9.</remarks>
internal sealed class PointVisitedTwice : SampleCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("SAM-03", "point-visited-twice");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Run(CheckContext context, SampleFrame frame)
    {
        var main = context.Submissions.Main;
        var team = TeamOf(context);
        foreach (var visits in SampleVisits.Of(context, frame))
        {
            var planned = frame.Sample.Rows[visits.Key];
            int[] rows = [.. visits];
            if (rows.Length > (planned.Target ?? 1) + planned.Buffer)
                foreach (var row in rows)
                    yield return context.At(
                        this,
                        main,
                        row,
                        null,
                        new("point", planned.Point),
                        new("n", rows.Length.ToString(CultureInfo.InvariantCulture)),
                        new FindingArgument("others", string.Join(", ", rows.Where(r => r != row).Take(MostNamed).Select(main.PlaceOf)))) with
                    {
                        Group = planned.Point,
                        RelatedSubmission = rows.Where(r => r != row).Select(main.SubmissionIdOf).FirstOrDefault(),
                    };

            if (planned.Team.Length == 0 || team is null) continue;
            foreach (var row in rows)
                if (team.Value.CodeAt(row) != 0 && !string.Equals(team.Value.TextAt(row).Trim(), planned.Team, StringComparison.OrdinalIgnoreCase))
                    yield return context.At(
                        this, main, row, team, new("point", planned.Point), new("planned", planned.Team), new FindingArgument("team", team.Value.TextAt(row), Sensitive: true)) with
                    {
                        Variant = "team",
                    };
        }
    }

    private static TableColumn? TeamOf(CheckContext context) => context.Submissions.Main.Find(context.Interviews.Fieldwork.Team ?? "team");
}
