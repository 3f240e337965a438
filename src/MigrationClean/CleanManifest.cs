using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Cleaning;
using MigrationClean.Writing;

namespace MigrationClean;

/// <summary>What the manifest of a clean run says: gathered here, as it comes from every stage.</summary>
internal sealed class CleanManifest(
    CleanRequest request, ValidateResult validation, ImmutableArray<Removal> removals, AnonymisedSubmissions anonymised, PrivacyPlan plan, ProjectKey key, string version)
{
    /// <summary>What the cleaning logs did.</summary>
    public required Corrections Log { get; init; }

    /// <summary>Id of a cleaning log in manifest and audit trail.</summary>
    /// <param name="index">0-based, in the order given.</param>
    public static string LogId(int index) => $"#log-{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Id of an export in manifest and audit trail.</summary>
    /// <param name="index">0-based, in the order given.</param>
    public static string InputId(int index) => $"#input-{(index + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The facts.</summary>
    /// <param name="guarded">Cells that the formula guard touched.</param>
    public ManifestFacts Facts(long guarded) => new()
    {
        Description = request.Description,
        ToolVersion = version,
        Exports = [.. validation.Submissions.Inputs.Select((input, i) => new ManifestInput(
            InputId(i), "export", input.Length, key.DigestOf(input.Sha256, request.Release.ProjectName), RowsOf(i)))],
        Others = [.. validation.Submissions.Forms.Select((form, i) => new ManifestInput(
            $"#form-{(i + 1).ToString(CultureInfo.InvariantCulture)}", form.Version is { } v ? $"form, version {v}" : "form", form.Length, form.Sha256)), .. Plan(), .. Logs()],
        Removed = [.. removals.GroupBy(r => r.Reason).OrderBy(g => g.Key).Select(g => (DeletionLog.Word(g.Key), g.Count()))],
        Findings = [.. validation.Report.Findings.GroupBy(f => f.Check.Code).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
        Settings = [.. Settings(guarded)],
        Guard = request.Csv.Guard,
        Now = request.Now is { } now ? DateOnly.FromDateTime(now.Date) : null,
        LastSubmission = LastSubmission(),
    };

    private IEnumerable<ManifestInput> Plan()
    {
        if (request.Plan is null) yield break;
        using var bytes = request.Plan.Open();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        yield return new("#plan", "privacy plan", bytes.Position, sha256);
    }

    // A log holds answers: like an export, it is named by a keyed digest.
    private IEnumerable<ManifestInput> Logs()
    {
        for (var i = 0; i < request.Log.Logs.Length; i++)
        {
            using var bytes = request.Log.Logs[i].Open();
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            yield return new(LogId(i), "cleaning log", bytes.Position, key.DigestOf(sha256, request.Release.ProjectName));
        }
    }

    private int RowsOf(int input) => validation.Submissions.Main.Segments.Where(s => s.Input == input).Sum(s => s.RowCount);

    private IEnumerable<(string Name, string Value)> Settings(long guarded)
    {
        var release = request.Release;
        yield return ("project.name", release.ProjectName);
        yield return ("project.controller", release.Controller);
        yield return ("project.basis", release.Basis);
        yield return ("project.purpose", release.Purpose);
        yield return ("project.round", release.Round);
        yield return ("consent.question", validation.Consent.Question?.Name ?? "");
        yield return ("consent.not_needed", request.Input.Checks.Consent.NotNeeded);
        yield return ("csv.guardedCells", guarded.ToString(CultureInfo.InvariantCulture));
        yield return ("plan.inferred", plan.IsInferred ? "yes" : "no");
        yield return ("key.lasting", key.IsLasting ? "yes" : "no");
        yield return ("risk.measured", anonymised.Risk is null ? "no" : "yes");
        if (!Log.HasLog) yield break;
        var log = Log.Report();
        foreach (var (name, count) in ((string, int)[])
                 [
                     ("log.lines", log.Lines), ("log.applied", log.ToApply), ("log.already_applied", log.AlreadyApplied), ("log.no_action", log.NoAction), ("log.pending", log.Pending),
                     ("log.cells", log.Cells), ("log.removed_rows", log.RemovedRows), ("log.resolved", log.Resolved), ("log.remaining", log.Remaining), ("log.introduced", log.Introduced.Length),
                 ])
            yield return (name, count.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Day of the latest submission time, by its text: ISO dates order as text.</summary>
    private DateOnly? LastSubmission()
    {
        var column = validation.Submissions.Main.Find("_submission_time") ?? validation.Submissions.Main.Find("SubmissionDate");
        if (column is null) return null;
        DateOnly? last = null;
        for (var code = 1; code < column.Value.ValueCount; code++)
        {
            if (column.Value.Text(code) is { Length: >= 10 } text
                && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && (last is null || day > last)) last = day;
        }

        return last;
    }
}
