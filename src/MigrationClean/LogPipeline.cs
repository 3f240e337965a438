using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Submissions;
using MigrationClean.Writing;
using MigrationClean.Writing.Corrected;

namespace MigrationClean;

/// <summary>The way of a cleaning log over an export: checked, applied to a copy in the input's own layout, or undone. For the office alone.</summary>
public static class LogPipeline
{
    /// <summary>Says what a log would do and what is wrong with it; writes nothing.</summary>
    /// <exception cref="InputException">An input can't be used.</exception>
    public static LogReport Check(ValidateRequest request, LogRequest log, CancellationToken cancellation = default)
    {
        var raw = Pipeline.Read(request, cancellation);
        var corrections = Corrections.Of(request, log, raw, cancellation);
        var report = corrections.Report();
        var findings = report.Findings.ToBuilder();
        if (log.Audit is { } audit) findings.AddRange(TrailOf(audit));
        if (log.Cleaned is { } cleaned) findings.AddRange(Compare(request, log, corrections, cleaned, cancellation));
        return report with { Findings = [.. findings.Order(FindingOrder.Comparer)] };
    }

    /// <summary>Applies a log: writes corrected copies of the exports and the audit trail.</summary>
    /// <param name="request">Exports, forms, checks.</param>
    /// <param name="log">The log and how it is applied.</param>
    /// <param name="output">Where to.</param>
    /// <param name="showValues">Whether a refusal shows answers.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="InputException">An input can't be used, or the log is refused: all its wrong lines; nothing is written.</exception>
    /// <exception cref="InvalidOperationException">What was written does not reconcile: a mistake of ours; nothing is left.</exception>
    public static LogReport Apply(ValidateRequest request, LogRequest log, CorrectedOutput output, bool showValues = false, CancellationToken cancellation = default)
    {
        var raw = Pipeline.Read(request, cancellation);
        var corrections = Corrections.Of(request, log, raw, cancellation);
        if (corrections.Refusal(showValues) is { } refusal) throw refusal;

        corrections.Judge(Pipeline.Check(Corrections.FactsOf(request, []), corrections.Checked, new(), cancellation).Report, log.Options, finding => FindingId.Of(finding));

        request.Progress?.Report(new(Stage.Writing, Total: raw.Main.RowCount));
        var edits = CorrectedPlaces.Of(corrections.Outcome);
        var hashes = Write(request, edits, output);
        var hash = output.Audit is null ? null : WriteTrail(request, log, corrections.Outcome, output, hashes);
        return corrections.Report() with { AuditHash = hash };
    }

    /// <summary>Turns an audit trail back over the corrected copies that it belongs to.</summary>
    /// <exception cref="InputException">An input can't be used; LOGF-21: the trail does not hold, or belongs to other data.</exception>
    public static LogReport Undo(ValidateRequest request, InputFile trail, CorrectedOutput output, CancellationToken cancellation = default)
    {
        if (TrailOf(trail) is [var broken, ..]) throw new InputException(broken.MessageKey, broken.Location, broken.Arguments);
        using var bytes = trail.Open();
        var corrected = Pipeline.Read(request, cancellation);
        var undo = AuditUndo.Of(corrected, AuditFile.Read(bytes).Events);
        if (undo.Unmatched > 0) throw new InputException("LOGF-21/other-data", new() { File = trail.Name }, new FindingArgument("n", Number(undo.Unmatched)));
        Write(request, CorrectedPlaces.Of(corrected, undo.Cells), output);
        return new() { Log = trail.Name, Cells = undo.Cells.Count, NotRestored = undo.RemovedSubmissions + undo.RemovedRows };
    }

    private static IReadOnlyList<(string Path, string Sha256)> Write(ValidateRequest request, CorrectedPlaces places, CorrectedOutput output) => output.Files.IsEmpty
        ? CorrectedCopies.Write(request.Exports[0], request.Reading, places, output.Stream!)
        : CorrectedCopies.Write(request.Exports, request.Reading, places, output.Files);

    /// <summary>The finding of a trail that does not hold; none where it does.</summary>
    private static ImmutableArray<Finding> TrailOf(InputFile trail)
    {
        using var bytes = trail.Open();
        var file = AuditFile.Read(bytes);
        var location = new Location { File = trail.Name };
        if (!file.IsTrail) return [LogFindings.About("LOGF-21/file", Severity.Error, location)];
        if (file.FirstBroken == 0) return [];
        return [LogFindings.About("LOGF-21", Severity.Error, location with { Row = file.FirstBroken }, new FindingArgument("row", Number(file.FirstBroken)))];
    }

    private static ImmutableArray<Finding> Compare(ValidateRequest request, LogRequest log, Corrections corrections, InputFile cleaned, CancellationToken cancellation)
    {
        var other = SubmissionReader.Read([ExportReader.Read(cleaned, request.Reading)], corrections.Outcome.Raw.Forms);
        if (!corrections.Outcome.IsRefused) return CleanedComparison.Of(corrections.Outcome, other);

        // The lines that can be applied still say what the file should hold.
        var refused = corrections.Outcome.Lines.Where(l => l.Status == LineStatus.Refused).Select(l => l.Entry).ToHashSet<LogEntry>(ReferenceEqualityComparer.Instance);
        var logs = corrections.Outcome.Logs.Select(l => l with { Findings = [], Entries = [.. l.Entries.Where(e => !refused.Contains(e))] }).ToImmutableArray();
        var rest = Corrections.Of(request, logs, log.Options, corrections.Outcome.Raw, cancellation).Outcome;
        return rest.IsRefused ? [] : CleanedComparison.Of(rest, other);
    }

    private static string WriteTrail(ValidateRequest request, LogRequest log, LogOutcome outcome, CorrectedOutput output, IReadOnlyList<(string Path, string Sha256)> files)
    {
        var head = new AuditHead
        {
            Tool = output.Tool,
            Inputs =
            [
                .. outcome.Raw.Inputs.Select((input, i) => (CleanManifest.InputId(i), input.Sha256)),
                .. outcome.Raw.Forms.Select((form, i) => ($"#form-{Number(i + 1)}", form.Sha256)),
                .. outcome.Logs.Select((l, i) => ($"#log-{Number(i + 1)}", l.Sha256)),
            ],
            Options = [.. OptionsOf(request, log.Options)],
            At = log.Now?.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) ?? "",
        };
        var last = "";
        AtomicFile.Write(output.Audit!, stream => last = AuditTrail.Write(head, LogEvents.Of(outcome, head.At), [], [], files, stream), ownerOnly: true);
        AtomicFile.Write(output.Audit! with { Path = Path.ChangeExtension(output.Audit!.Path, ".csv") }, stream => AuditTable.Write(AuditTrail.Facts(head.At, LogEvents.Of(outcome, head.At), [], []), stream), ownerOnly: true);
        return last;
    }

    private static IEnumerable<(string Name, string Value)> OptionsOf(ValidateRequest request, LogOptions options)
    {
        yield return ("cascade", options.CascadeOnlyReports ? "report" : "apply");
        yield return ("dialect", request.Checks.Dialect.ToString().ToLowerInvariant());
        yield return ("no_old_values", options.NoOldValues ? "yes" : "no");
        yield return ("recompute", options.Recompute.ToString().ToLowerInvariant());
        yield return ("time.zone", request.TimeZone ?? "");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
