using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Times;

/// <summary>A submission reached the server long after its end.</summary>
/// <remarks>Remote sites have reasons; but a form kept back may be a form worked over. Source: cleaning §4.4, WFP.</remarks>
internal sealed class SentLate : TimeCheck
{
    private const string Hours = "hours";
    private const string WarningHours = "warning_hours";

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-11", "sent-late");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Hours, ParameterKind.Number, "24"), new(WarningHours, ParameterKind.Number, "72")];

    /// <summary>Hours between end and arrival, or <see langword="null"/>.</summary>
    public static double? HoursOf(InterviewTimes times, int row) =>
        times.EndOf(row) == InterviewTimes.Unknown || times.SentOf(row) == InterviewTimes.Unknown ? null : (times.SentOf(row) - times.EndOf(row)) / 3_600_000.0;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var main = context.Submissions.Main;
        TableColumn? sent = main.Find("_submission_time") ?? main.Find("SubmissionDate");
        var (late, veryLate) = (context.Of(this).Number(Hours), context.Of(this).Number(WarningHours));
        foreach (var row in interviews.Rows)
            if (HoursOf(context.Interviews.Times, row) is { } hours && hours > late)
                yield return Said(context, row, sent, new FindingArgument("hours", Math.Round(hours).ToString(CultureInfo.InvariantCulture))) with { Severity = hours > veryLate ? Severity.Warning : Severity };
    }
}
