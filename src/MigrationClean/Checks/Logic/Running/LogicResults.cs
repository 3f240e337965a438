using MigrationClean.Checks.Rules;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Re-runs the logic of every form version on the submissions that were collected with it.</summary>
internal static class LogicResults
{
    /// <summary>One result a version that has submissions, newest first.</summary>
    /// <param name="context">Submissions, consent and settings.</param>
    /// <param name="beside">Row expressions that are evaluated in the same pass.</param>
    /// <param name="judges">Whether the form's own rules are judged.</param>
    public static IReadOnlyList<LogicResult> Of(CheckContext context, IReadOnlyList<RowAnswers> beside, bool judges = true)
    {
        var (submissions, consent, settings) = (context.Submissions, context.Consent, context.Settings);
        var zone = settings.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
        var results = new List<LogicResult>();
        for (var form = 0; form < submissions.Forms.Length; form++)
        {
            List<int> rows = [.. Enumerable.Range(0, submissions.Main.RowCount).Where(r => (submissions.Main.FormOfRow.IsEmpty ? 0 : submissions.Main.FormOfRow[r]) == form)];
            if (rows.Count == 0 && form > 0) continue;
            var data = new LogicData(submissions, submissions.Forms[form], AttachedFiles.Of(submissions.Forms[form]), text => context.IsBlank(text), zone);
            var threads = settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount;
            (BoundExpression, RowAnswers)[] asked = [.. beside.Where(b => b.Expression.ByForm[form] is not null).Select(b => (b.Expression.ByForm[form]!, b))];
            results.Add(LogicRunner.Run(data, rows, settings.Dialect, new ConsentGate(consent), threads, context.Cancellation, asked, judges));
        }

        return results;
    }
}
