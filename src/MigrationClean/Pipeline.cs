using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.PersonalData;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Sample;
using MigrationClean.Checks.Times.Audit;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Forms.Linting;
using MigrationClean.Ingest;
using MigrationClean.Monitoring;
using MigrationClean.Submissions;

namespace MigrationClean;

/// <summary>The data's way through the program, stage by stage. Read it from top to bottom.</summary>
public static class Pipeline
{
    /// <summary>Reads forms and says what is wrong with each.</summary>
    /// <exception cref="InputException">One of them is no form at all.</exception>
    public static ImmutableArray<LintResult> Lint(IEnumerable<InputFile> forms, LintSettings settings, CancellationToken cancellation = default) =>
        [.. forms.Select(form =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Linter.Run(form, settings);
        })];

    /// <summary>Reads the exports and leads them back to the form.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static SubmissionSet Read(ValidateRequest request, CancellationToken cancellation = default)
    {
        request.Progress?.Report(new(Stage.Reading));
        List<Form> forms = [];
        List<RawExport> exports = [];
        SideBySide.Run(
            request.Reading.Threads,
            first: () =>
            {
                forms = [.. request.Forms.Select(FormReader.Read)];
                RuleBinding.Bind(RuleReader.Of(request.Rules), [.. forms], request.Checks.Reader); // a mistake is told before anything is judged
            },
            second: () => exports = [.. request.Exports.Select(export => ExportReader.Read(export, request.Reading))]);
        cancellation.ThrowIfCancellationRequested();
        return SubmissionReader.Read(exports, forms);
    }

    /// <summary>Reads, aligns and checks.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static ValidateResult Validate(ValidateRequest request, CancellationToken cancellation = default)
    {
        var submissions = Read(request, cancellation);
        var logs = request.Decided.Select(log => LogReader.Read(log, new(), submissions.Forms, request.Reading.Encoding)).ToImmutableArray();
        var result = Check(request, submissions, Consent.Find(submissions, request.Checks.Consent), cancellation);
        if (logs.IsEmpty) return result;
        return result with { Report = FindingStatuses.Of(submissions, logs, new()).Judge(result.Report, finding => FindingId.Of(finding, request.FindingKey.AsSpan()), []) };
    }

    /// <summary>The whole path: reads, corrects, checks, removes, anonymises, measures, writes, and proves what was written.</summary>
    /// <exception cref="InputException">An input, the plan or the output can't be used; nothing is written.</exception>
    public static CleanResult Clean(CleanRequest request, CancellationToken cancellation = default)
    {
        using var key = KeyFile.Open(request.Release);
        using var output = CleanOutput.Open(request, key); // an output that can't be written stops the run before the work

        var raw = Read(request.Input, cancellation);
        var corrections = Corrections.Of(request.Input, request.Log, raw, cancellation); // a log as a whole or not at all
        if (corrections.Refusal(showValues: false) is { } refusal) throw refusal;
        var submissions = corrections.Submissions;
        var consent = Consent.Find(submissions, request.Input.Checks.Consent);
        output.Labels = ReaderLabels.Of(request.Labels, request.Language, submissions.Forms);
        var removals = corrections.Removals(request.Input.Checks.Consent);

        // What the office keeps and what may leave do not need each other, up to the proof of what was written.
        ValidateResult validation = null!;
        AnonymisedSubmissions anonymised = null!;
        PrivacyPlan plan = null!;
        SideBySide.Run(
            request.Input.Reading.Threads,
            first: () =>
            {
                var moment = corrections.HasLog ? RuleMoment.Clean : RuleMoment.Both;
                var found = Check(request.Input with { Checks = request.Input.Checks with { Moment = moment } }, corrections.Checked, consent, cancellation);
                validation = new(submissions, consent, corrections.Judge(found.Report, request.Log.Options, output.IdOf));
                output.WriteRestricted(validation, removals, corrections);
            },
            second: () =>
            {
                plan = PlanOf(request with { Labels = output.Labels }, submissions, consent);
                cancellation.ThrowIfCancellationRequested();
                anonymised = Anonymiser.Run(submissions, removals, plan, request.Release, consent, key);
                cancellation.ThrowIfCancellationRequested();
                request.Input.Progress?.Report(new(Stage.Writing, Total: anonymised.Tables[0].RowCount));
                output.WriteShare(anonymised, cancellation);
                output.Prove(submissions, anonymised);
            });

        cancellation.ThrowIfCancellationRequested();
        return output.Finish(validation, removals, corrections, plan, anonymised);
    }

    /// <summary>Reads, aligns, checks, and makes the supervisor's view.</summary>
    /// <param name="request">What is read and checked.</param>
    /// <param name="backCheck">Second interviews of the same households, of the same form; <see langword="null"/> = none.</param>
    /// <param name="settings">What is shown.</param>
    /// <param name="cancellation">Looked at between the parts of the work.</param>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static MonitorReport Monitor(ValidateRequest request, InputFile? backCheck, MonitorSettings settings, CancellationToken cancellation = default)
    {
        var submissions = Read(request, cancellation);
        var second = backCheck is null ? null : Read(request with { Exports = [backCheck], Progress = null }, cancellation);
        request.Progress?.Report(new(Stage.Checking, Total: submissions.Main.RowCount));
        var checks = ChecksOf(request, submissions) with { BackCheck = second };
        var (report, context) = Checker.RunKeeping(submissions, checks, more: null, cancellation);
        return Monitoring.Monitor.Of(context, report, settings);
    }

    /// <summary>Checks submissions that were read.</summary>
    internal static ValidateResult Check(ValidateRequest request, SubmissionSet submissions, Consent consent, CancellationToken cancellation)
    {
        request.Progress?.Report(new(Stage.Checking, Total: submissions.Main.RowCount));
        var checks = ChecksOf(request, submissions);
        var personal = PersonalColumns.Find(submissions, new() { ConsentQuestion = consent.Question?.Name }, cancellation);
        return new(submissions, consent, Checker.Run(submissions, checks, personal, cancellation));
    }

    private static CheckSettings ChecksOf(ValidateRequest request, SubmissionSet submissions) => request.Checks with
    {
        Audit = request.Audit is { } audit ? AuditReader.Read(audit) : request.Checks.Audit,
        Sample = request.Sample is { } table ? SampleReader.Read(GridReader.Read(table), submissions.Forms) : request.Checks.Sample,
        Rules = request.Rules.IsEmpty ? request.Checks.Rules : RuleReader.Of(request.Rules),
    };

    /// <summary>The confirmed or proposed plan that was named, else one inferred from the form and what the answers look like.</summary>
    private static PrivacyPlan PlanOf(CleanRequest request, SubmissionSet submissions, Consent consent)
    {
        if (request.Plan is null)
        {
            return PlanDraft.Of(submissions.Forms, submissions, new()
            {
                Language = request.Language,
                Labels = request.Labels,
                ConsentQuestion = consent.Question?.Name,
                FieldworkColumns = request.Release.FieldworkColumns,
            });
        }

        var folder = request.Plan.FullPath is { } path ? Path.GetDirectoryName(path)! : ".";
        return PlanReader.Read(GridReader.Read(request.Plan)[0], name => GridReader.Read(InputFile.FromPath(Path.Combine(folder, name)))[0]);
    }
}

/// <summary>What <see cref="Pipeline"/>'s validation gives: the submissions as read, and what was found.</summary>
/// <param name="Submissions">The submissions.</param>
/// <param name="Consent">The consent gate.</param>
/// <param name="Report">Findings and what could not be judged.</param>
public sealed record ValidateResult(SubmissionSet Submissions, Consent Consent, CheckReport Report);
