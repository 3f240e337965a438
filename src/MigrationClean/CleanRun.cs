using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Anonymisation.Proof;
using MigrationClean.Anonymisation.Risk;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Files;
using MigrationClean.Reporting;
using MigrationClean.Writing;

namespace MigrationClean;

/// <summary>The last third of <see cref="Pipeline.Clean"/>: everything is known, now it is written and proved.</summary>
internal sealed class CleanRun(
    CleanRequest request, ValidateResult validation, ImmutableArray<Removal> removals, PrivacyPlan plan, AnonymisedSubmissions anonymised, ProjectKey key)
{
    private static readonly string Version = typeof(CleanRun).Assembly.GetName().Version!.ToString(3);
    private static readonly string Tool = $"migrationclean {Version}";

    /// <summary>Writes the main table as CSV to the stream that was named.</summary>
    public CleanResult WriteMainTable(CancellationToken cancellation)
    {
        // Held back until it is proved: what has gone down a pipe can't be called back.
        using var bytes = new MemoryStream();
        ShareWriter.WriteMain(anonymised, request.Csv, bytes, request.Input.Reading.Threads, cancellation);
        Prove([("main.csv", () => new MemoryStream(bytes.GetBuffer(), 0, (int)bytes.Length, writable: false))]);
        if (!request.DryRun)
        {
            bytes.Position = 0;
            bytes.CopyTo(request.Stream!);
        }

        return Result([("-", anonymised.Tables[0].RowCount)]);
    }

    /// <summary>Writes the output folder: <c>share/</c>, its proof, <c>restricted/</c>, and last the manifest.</summary>
    public CleanResult WriteFolder(OutputFolder folder, CancellationToken cancellation)
    {
        var touched = WriteShare(folder, cancellation);
        Prove([.. folder.Files.Select(file => (file.Path["share/".Length..], (Func<Stream>)(() => folder.Read(file.Path))))]);
        WriteRestricted(folder);
        cancellation.ThrowIfCancellationRequested();

        var rawHashes = validation.Submissions.Inputs.Select((input, i) => (CleanManifest.InputId(i), input.Sha256)).ToImmutableArray();
        var facts = new CleanManifest(request, validation, removals, anonymised, plan, key, Version).Facts(touched);
        ReleaseWriter.Finish(anonymised, facts, rawHashes, removals, Keyed, folder);
        folder.Commit();
        return Result([.. folder.Files.Select(file => (file.Path, file.Rows))]);
    }

    private long WriteShare(OutputFolder folder, CancellationToken cancellation)
    {
        var touched = ShareWriter.Write(
            anonymised,
            new()
            {
                Description = request.Description,
                Csv = request.Csv,
                Workbook = request.Workbook,
                Labels = request.Labels,
                Language = request.Language,
                Tool = Tool,
                Threads = request.Input.Reading.Threads,
            },
            folder,
            cancellation);
        if (anonymised.Risk is { } risk) folder.Write("share/risk.json", stream => RiskJson.Write(risk, Tool, stream));
        return touched;
    }

    private void WriteRestricted(OutputFolder folder)
    {
        var report = new ReportOptions
        {
            Language = request.Language,
            ShowValues = true,
            ToolVersion = Version,
            FieldworkColumns = request.Release.FieldworkColumns,
            FindingKey = key.IsLasting ? key.FindingKey(request.Release.ProjectName) : [],
        };
        var findings = new FindingsTable(validation, report);
        folder.Write("restricted/findings.csv", stream => findings.WriteCsv(stream, request.Csv), findings.RowCount);
        folder.Write("restricted/findings.xlsx", stream => FindingsWorkbook.Write(findings, stream));
        RestrictedWriter.WriteLogs(
            validation.Submissions,
            validation.Report.Findings,
            removals,
            new()
            {
                Csv = request.Csv,
                Labels = request.Labels,
                Language = request.Language,
                Tool = Tool,
                Fieldwork = new(request.Release.FieldworkColumns.GetValueOrDefault("enumerator"), request.Release.FieldworkColumns.GetValueOrDefault("site")),
                FindingId = finding => FindingId.Of(finding, report.FindingKey.AsSpan()),
            },
            folder);
    }

    /// <summary>Reads what was written again: no value of a column that must not leave may stand in it.</summary>
    private void Prove(IReadOnlyList<(string Path, Func<Stream> Open)> files)
    {
        var (release, description) = (request.Release, request.Description);
        ReleaseProof.Prepare(
            validation.Submissions,
            anonymised,
            [
                release.ProjectName, release.Controller, release.Basis, release.Purpose, release.Round, release.Recipient,
                description.Title, description.Description, description.Citation, description.Terms, description.Disclaimer,
            ]).Prove(files);
    }

    private string Keyed(Stream content) => key.DigestOf(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), request.Release.ProjectName);

    private CleanResult Result(IReadOnlyList<(string Path, int? Rows)> files)
    {
        var (received, released, removed) = (anonymised.SubmissionsIn, anonymised.Tables[0].RowCount, removals.Length);
        if (received != released + removed)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Submissions do not reconcile: {received} received, {released} released, {removed} removed."));
        }

        var byReason = removals.GroupBy(r => r.Reason).OrderBy(g => g.Key).Select(g => (DeletionLog.Word(g.Key), g.Count())).ToList();
        return new(validation, released, byReason, anonymised.IsTrial, files) { Warnings = anonymised.Warnings };
    }
}
