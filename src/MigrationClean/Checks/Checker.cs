using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>Runs the checks on submissions.</summary>
public static class Checker
{
    /// <summary>Everything that the selected checks find, and what they could not judge.</summary>
    /// <param name="submissions">The submissions, from any number of files and form versions.</param>
    /// <param name="settings">Which checks, how severe, which question asks for consent.</param>
    /// <param name="more">Findings of later stages that belong to the same report, such as columns of personal data.</param>
    /// <param name="cancellation">Looked at between columns and between checks.</param>
    /// <returns>Findings in report order: file, sheet, row, column, code.</returns>
    /// <exception cref="InputException">The settings name a check or a question that does not exist.</exception>
    /// <remarks>
    /// Answers are judged once per distinct value: without findings the time is that of the distinct values and a few passes over the
    /// codes.
    /// </remarks>
    public static CheckReport Run(SubmissionSet submissions, CheckSettings settings, IEnumerable<Finding>? more = null, CancellationToken cancellation = default)
    {
        return Run(new(submissions, Consent.Find(submissions, settings.Consent), settings, cancellation), more);
    }

    /// <summary>The same on what a later stage goes on with.</summary>
    /// <param name="context">The submissions and settings; what the checks gather stays in it.</param>
    /// <param name="more">Findings of later stages that belong to the same report.</param>
    internal static CheckReport Run(CheckContext context, IEnumerable<Finding>? more)
    {
        var (submissions, settings, cancellation) = (context.Submissions, context.Settings, context.Cancellation);
        var selection = CheckSelection.Of(settings);
        var findings = submissions.Findings.Concat(more ?? []).Where(f => selection.Includes(f.Check)).ToList();
        var selected = AllChecks.List.Where(check => selection.Includes(check.Id)).ToList();

        foreach (var options in settings.Options.Values) options.Questions.RefuseUnknown(submissions.Forms);
        AnswerRun.Run(context, [.. selected.OfType<AnswerCheck>()], findings, cancellation);
        foreach (var check in selected.OfType<SubmissionCheck>())
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(check.Run(context));
        }

        var notJudged = submissions.NotJudged.Where(n => selection.Includes(n.Check)).Concat(context.AllNotJudged);
        return new()
        {
            Findings = [.. findings.Where(f => IsAbout(settings, submissions, f)).Select(selection.WithSeverity).Order(FindingOrder.Comparer)],
            NotJudged = [.. notJudged.OrderBy(n => n.Check.Code, StringComparer.Ordinal)],
            Checks = [.. selected.Select(check => check.Id)],
            Submissions = submissions.Main.RowCount,
        };
    }

    private static bool IsAbout(CheckSettings settings, SubmissionSet submissions, Finding finding)
    {
        if (finding.Question is not { } name || !settings.Options.TryGetValue(finding.Check.Code, out var options) || AllChecks.Find(finding.Check.Code) is not { MindsQuestions: false }) return true;
        return submissions.Forms.SelectMany(f => f.Questions).FirstOrDefault(q => q.Name == name && q.Repeat?.Path == finding.Table) is not { } question || options.Questions.Takes(question);
    }
}
