using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Forms.Linting;
using MigrationClean.Ingest;
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
            first: () => forms = [.. request.Forms.Select(FormReader.Read)],
            second: () => exports = [.. request.Exports.Select(export => ExportReader.Read(export, request.Reading))]);
        cancellation.ThrowIfCancellationRequested();
        return SubmissionReader.Read(exports, forms);
    }

    /// <summary>Reads, aligns and checks.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static ValidateResult Validate(ValidateRequest request, CancellationToken cancellation = default)
    {
        var submissions = Read(request, cancellation);
        var consent = Consent.Find(submissions, request.Checks.Consent);
        return Check(request, submissions, consent, cancellation);
    }

    /// <summary>The whole path: reads, checks, removes, anonymises, measures, writes, and proves what was written.</summary>
    /// <exception cref="InputException">An input, the plan or the output can't be used; nothing is written.</exception>
    public static CleanResult Clean(CleanRequest request, CancellationToken cancellation = default)
    {
        using var key = KeyFile.Open(request.Release);
        using var output = CleanOutput.Open(request, key); // an output that can't be written stops the run before the work

        var submissions = Read(request.Input, cancellation);
        var consent = Consent.Find(submissions, request.Input.Checks.Consent);
        output.Labels = ReaderLabels.Of(request.Labels, request.Language, submissions.Forms);
        var removals = Removals.Find(submissions, consent);

        // What the office keeps and what may leave do not need each other, up to the proof of what was written.
        ValidateResult validation = null!;
        AnonymisedSubmissions anonymised = null!;
        PrivacyPlan plan = null!;
        SideBySide.Run(
            request.Input.Reading.Threads,
            first: () =>
            {
                validation = Check(request.Input, submissions, consent, cancellation);
                output.WriteRestricted(validation, removals);
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
        return output.Finish(validation, removals, plan, anonymised);
    }

    private static ValidateResult Check(ValidateRequest request, SubmissionSet submissions, Consent consent, CancellationToken cancellation)
    {
        request.Progress?.Report(new(Stage.Checking, Total: submissions.Main.RowCount));
        return new(submissions, consent, Checker.Run(submissions, request.Checks, cancellation));
    }

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
