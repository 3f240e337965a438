using MigrationClean.Checks.Rules;
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
        return RunKeeping(submissions, settings, more, cancellation).Report;
    }

    /// <summary>The same, with what the checks gathered: a later stage goes on with it.</summary>
    internal static (CheckReport Report, CheckContext Context) RunKeeping(
        SubmissionSet submissions, CheckSettings settings, IEnumerable<Finding>? more, CancellationToken cancellation)
    {
        var rules = RuleBinding.Bind(settings.Rules, submissions.Forms, settings.Reader);
        var selection = CheckSelection.Of(settings, rules);
        var selected = AllChecks.List.Where(check => selection.Includes(check.Id)).ToList();
        foreach (var options in settings.Options.Values) options.Questions.RefuseUnknown(submissions.Forms);
        var context = new CheckContext(submissions, Consent.Find(submissions, settings.Consent), settings, cancellation)
        {
            Conditions = WhereConditions.Of(settings.Options.Where(o => IsWanted(o.Key, selection)), submissions.Forms, settings.Reader),
            Rules = [.. rules.Rules.Where(r => RulesOf(settings.Moment).Contains(r.Draft.On) && selection.Includes(r.Check))],
            NeedsLogic = selected.OfType<SubmissionCheck>().Any(c => c.NeedsLogic),
        };
        var findings = submissions.Findings.Concat(rules.Findings).Concat(more ?? []).Where(f => selection.Includes(f.Check)).ToList();
        foreach (var expression in selected.OfType<SubmissionCheck>().SelectMany(c => c.Asks(context)).Concat(context.Conditions.All)) context.Expressions.Ask(expression);

        AnswerRun.Run(context, [.. selected.OfType<AnswerCheck>()], findings, cancellation);
        foreach (var check in selected.OfType<SubmissionCheck>())
        {
            cancellation.ThrowIfCancellationRequested();
            findings.AddRange(check.Run(context));
        }

        var notJudged = submissions.NotJudged.Where(n => selection.Includes(n.Check)).Concat(context.AllNotJudged);
        var report = new CheckReport
        {
            Findings =
            [
                .. context.Conditions.Filter(findings.Where(f => IsAbout(settings, submissions, f)), context)
                    .Select(selection.WithSeverity).Order(FindingOrder.Comparer),
            ],
            NotJudged = [.. notJudged.OrderBy(n => n.Check.Code, StringComparer.Ordinal)],
            Checks = [.. selected.SelectMany(check => check is RuleBroken ? context.Rules.Select(r => r.Check) : [check.Id])],
            Submissions = submissions.Main.RowCount,
        };
        return (report, context);
    }

    private static RuleMoment[] RulesOf(RuleMoment moment) => moment == RuleMoment.Both ? [RuleMoment.Raw, RuleMoment.Clean, RuleMoment.Both] : [moment, RuleMoment.Both];

    private static bool IsWanted(string check, CheckSelection selection) => AllChecks.Find(check) is not { } known || selection.Includes(known.Id);

    private static bool IsAbout(CheckSettings settings, SubmissionSet submissions, Finding finding)
    {
        if (finding.Question is not { } name) return true;
        if (!(finding.Check.Code == UserRule.Code && settings.Options.TryGetValue(finding.Check.Name, out var options)) && !settings.Options.TryGetValue(finding.Check.Code, out options)) return true;
        if (AllChecks.Find(finding.Check.Code) is not { MindsQuestions: false }) return true;
        return submissions.Forms.SelectMany(f => f.Questions).FirstOrDefault(q => q.Name == name && q.Repeat?.Path == finding.Table) is not { } question || options.Questions.Takes(question);
    }
}
