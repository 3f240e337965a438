using System.Globalization;
using MigrationClean.Checks.Logic;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Interview;

/// <summary>An interview lies before the first day of collection, or after the last.</summary>
/// <remarks>
/// The day is that of <c>columns.date</c>, else of <c>today</c>, <c>start</c>, <c>end</c>, else of the server's time. Without a period in the
/// settings there is nothing to judge. Source: cleaning §4.3.
/// </remarks>
internal sealed class OutsidePeriod : SubmissionCheck
{
    private static readonly QuestionType[] Days = [QuestionType.Today, QuestionType.Start, QuestionType.End];

    /// <inheritdoc/>
    public override CheckId Id => new("CON-03", "outside-period");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (context.Settings.Collection is not { } period || main.RowCount == 0) yield break;
        if (DayColumn(main, context.Settings.Columns.Date) is not { } column)
        {
            context.NotJudged(Id, null, "no-interview-day", main.RowCount);
            yield break;
        }

        var (byCode, unknown) = (InterviewDays.ByCode(column.Value), 0);
        for (var row = 0; row < main.RowCount; row++)
        {
            var day = byCode[column.Value.CodeAt(row)];
            if (day == 0) unknown++;
            else if (period.From is { } from && day < from.DayNumber) yield return Found(day, from, null);
            else if (period.To is { } to && day > to.DayNumber) yield return Found(day, to, "after");

            Finding Found(int number, DateOnly limit, string? variant)
            {
                var shown = new FindingArgument("day", Text(DateOnly.FromDayNumber(number)), Sensitive: true);
                return context.At(this, main, row, column, shown, new("limit", Text(limit))) with { Variant = variant };
            }
        }

        if (unknown > 0) context.NotJudged(Id, column.Question?.Name, "no-interview-day", unknown);
    }

    private static TableColumn? DayColumn(Table main, string? named)
    {
        if (named is not null && main.Find(named) is { } column) return column;
        return Days.Select(type => main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Type == type && !c.Value.IsBlank))
            .OfType<TableColumn>().FirstOrDefault() ?? main.Find("_submission_time");
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
