using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Places;

/// <summary>When each interview was begun.</summary>
internal static class InterviewStart
{
    /// <summary>The instant of each row of the main table in milliseconds since 1970; NaN where it is not told. O(values).</summary>
    public static double[] Of(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Type == QuestionType.Start)?.Value is not { } column)
            return [.. Enumerable.Repeat(double.NaN, main.RowCount)];
        var utc = new EvaluationContext();
        double[] byCode = [.. Enumerable.Range(0, column.ValueCount).Select(code => code == 0 ? double.NaN : Dates.Parse(column.Text(code), utc) ?? double.NaN)];
        return [.. column.CodesOfAllRows().Select(code => byCode[code])];
    }
}
