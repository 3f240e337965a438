using MigrationClean.Checks.Answers;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>The day of each interview, as the device wrote it.</summary>
/// <remarks>
/// The latest of <c>today</c>, <c>end</c> and <c>start</c>, since an interview may go on over midnight or be taken up again; else the day of
/// <c>_submission_time</c> in the project's zone. Source: xlsform §11.
/// </remarks>
internal static class InterviewDays
{
    /// <summary>The day number (as <see cref="DateOnly.DayNumber"/>) of each row of the main table; 0 = unknown. O(rows + values).</summary>
    public static int[] Of(CheckContext context)
    {
        var main = context.Submissions.Main;
        var days = new int[main.RowCount];
        foreach (var column in main.Columns)
        {
            if (column.Role != ColumnRole.Answer || column.Question?.Type is not (QuestionType.Today or QuestionType.End or QuestionType.Start)) continue;
            var byCode = ByCode(column.Value);
            for (var row = 0; row < days.Length; row++) days[row] = Math.Max(days[row], byCode[column.Value.CodeAt(row)]);
        }

        if (main.Find("_submission_time")?.Value is not { } submitted) return days;
        var zone = context.Settings.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
        for (var row = 0; row < days.Length; row++)
            if (days[row] == 0 && submitted.CodeAt(row) != 0) days[row] = SentOn(submitted.TextAt(row), zone);
        return days;
    }

    /// <summary>The day number of each value of a column; 0 where it is no date.</summary>
    public static int[] ByCode(Column column)
    {
        var days = new int[column.ValueCount];
        for (var code = 1; code < days.Length; code++) days[code] = DateText.Day(column.Utf8(code))?.DayNumber ?? 0;
        return days;
    }

    private static int SentOn(string text, TimeZoneInfo zone)
    {
        if (Dates.Parse(text.Replace(' ', 'T'), new()) is not { } instant || double.IsNaN(instant)) return 0;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.UnixEpoch.AddMilliseconds(instant), zone)).DayNumber;
    }
}
