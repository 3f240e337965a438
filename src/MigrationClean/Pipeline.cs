using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean;

/// <summary>The data's way through the program, stage by stage. Read it from top to bottom.</summary>
public static class Pipeline
{
    /// <summary>Reads the exports and leads them back to the form.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static SubmissionSet Read(ValidateRequest request, CancellationToken cancellation = default)
    {
        request.Progress?.Report(new(Stage.Reading));
        var forms = request.Forms.Select(FormReader.Read).ToList();
        cancellation.ThrowIfCancellationRequested();
        var exports = request.Exports.Select(export => ExportReader.Read(export, request.Reading)).ToList();
        cancellation.ThrowIfCancellationRequested();
        return SubmissionReader.Read(exports, forms);
    }

    /// <summary>Reads, aligns and checks.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static ValidateResult Validate(ValidateRequest request, CancellationToken cancellation = default)
    {
        var submissions = Read(request, cancellation);
        request.Progress?.Report(new(Stage.Checking, Total: submissions.Main.RowCount));
        var consent = Consent.Find(submissions, request.Checks.Consent);
        var report = Checker.Run(submissions, request.Checks, cancellation);
        return new(submissions, consent, report);
    }

    /// <summary>The whole path: reads, checks, removes, anonymises, measures, writes, and proves what was written.</summary>
    /// <exception cref="InputException">An input, the plan or the output can't be used; nothing is written.</exception>
    public static CleanResult Clean(CleanRequest request, CancellationToken cancellation = default)
    {
        using var folder = CleanOutput.Open(request); // an output that can't be written stops the run before the work
        using var key = KeyFile.Open(request.Release);

        var validation = Validate(request.Input, cancellation);
        var (submissions, consent, _) = validation;
        RefuseUnknownLabels(request.Labels, submissions);
        request.Input.Progress?.Report(new(Stage.Anonymising, Total: submissions.Main.RowCount));
        var removals = Removals.Find(submissions, consent);
        var plan = PlanOf(request, submissions, consent);
        var anonymised = Anonymiser.Run(submissions, removals, plan, request.Release, consent, key);
        cancellation.ThrowIfCancellationRequested();

        request.Input.Progress?.Report(new(Stage.Writing, Total: anonymised.Tables[0].RowCount));
        var run = new CleanRun(request, validation, removals, plan, anonymised, key);
        return folder is null ? run.WriteMainTable(cancellation) : run.WriteFolder(folder, cancellation);
    }

    // Labels in another language than the one asked for would look right to whoever cannot read it.
    private static void RefuseUnknownLabels(string? labels, SubmissionSet submissions)
    {
        if (labels is null) return;
        var languages = submissions.Forms.SelectMany(form => form.Languages).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (languages.Length == 0 || languages.Contains(labels, StringComparer.Ordinal)) return;
        throw new InputException("settings/labels-unknown", null, new("language", labels), new FindingArgument("allowed", string.Join(", ", languages.Select(l => $"`{l}`"))));
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
