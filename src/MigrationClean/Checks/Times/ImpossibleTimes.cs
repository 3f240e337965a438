using System.Globalization;
using MigrationClean.Checks.Answers;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Times;

/// <summary>The clock of the device was wrong: the end before the beginning, the beginning after sending, a day far from the submission's own.</summary>
/// <remarks>
/// A form that is finished days later is no fault, so it is the beginning and the date of the interview that are held against <c>today</c>. Source: cleaning §4.4.
/// </remarks>
internal sealed class ImpossibleTimes : TimeCheck
{
    private const int MillisecondsInMinute = 60_000;

    /// <inheritdoc/>
    public override CheckId Id => new("DUR-04", "impossible-times");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Error;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Fact;

    /// <inheritdoc/>
    protected override bool NeedsEnd => false;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, Interviews interviews)
    {
        var (main, times) = (context.Submissions.Main, context.Interviews.Times);
        var today = DaysOf(main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Type == QuestionType.Today));
        var date = context.Interviews.Fieldwork.Date is { } name ? main.Find(name) : null;
        var dates = DaysOf(date);
        for (var row = 0; row < main.RowCount; row++)
        {
            var (start, end, sent) = (times.StartOf(row), times.EndOf(row), times.SentOf(row));
            if (start != InterviewTimes.Unknown && end != InterviewTimes.Unknown && end < start)
                yield return Said(context, row, times.EndColumn, new("start", times.Shown(row, start)), new FindingArgument("end", times.Shown(row, end))) with { Variant = "end-first" };
            if (start != InterviewTimes.Unknown && sent != InterviewTimes.Unknown && start > sent + MillisecondsInMinute)
                yield return Said(context, row, times.StartColumn, new("start", times.Shown(row, start)), new FindingArgument("sent", times.Shown(row, sent))) with { Variant = "sent-first" };
            if (today is null || today[row] == 0) continue;
            var own = today[row];
            if (times.DayOf(row) is { } begun && start != InterviewTimes.Unknown && Math.Abs(begun.DayNumber - own) > 1) yield return Far(context, row, times.StartColumn, begun, own);
            if (dates?[row] is > 0 and var said && Math.Abs(said - own) > 1) yield return Far(context, row, date, DateOnly.FromDayNumber(said), own);
        }
    }

    private Finding Far(CheckContext context, int row, TableColumn? column, DateOnly day, int today)
    {
        FindingArgument[] arguments =
        [
            new("column", column!.Name),
            new("day", day.ToString("O", CultureInfo.InvariantCulture)),
            new("today", DateOnly.FromDayNumber(today).ToString("O", CultureInfo.InvariantCulture)),
        ];
        return Said(context, row, column, arguments) with { Variant = "far" };
    }

    private static int[]? DaysOf(TableColumn? column)
    {
        if (column is null || column.Value.IsBlank) return null;
        var byCode = new int[column.Value.ValueCount];
        for (var code = 1; code < byCode.Length; code++) byCode[code] = DateText.Day(column.Value.Utf8(code))?.DayNumber ?? 0;
        return [.. column.Value.CodesOfAllRows().Select(code => byCode[code])];
    }
}
