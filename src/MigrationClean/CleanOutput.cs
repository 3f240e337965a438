using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Anonymisation.Proof;
using MigrationClean.Anonymisation.Risk;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Cleaning.Audit;
using MigrationClean.Files;
using MigrationClean.Reporting;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean;

/// <summary>What a clean run writes: an output folder, or the main table alone to a stream. Nothing stays unless <see cref="Finish"/> was reached.</summary>
internal sealed class CleanOutput : IDisposable
{
    private static readonly string Version = typeof(CleanOutput).Assembly.GetName().Version!.ToString(3);
    private static readonly string Tool = $"migrationclean {Version}";

    private readonly CleanRequest _request;
    private readonly ProjectKey _key;
    private readonly ImmutableArray<byte> _findingKey;
    private readonly OutputFolder? _folder;
    private readonly MemoryStream _table = new(); // held back until it is proved: what has gone down a pipe can't be called back
    private long _guardedCells;

    private CleanOutput(CleanRequest request, ProjectKey key, OutputFolder? folder)
    {
        _request = request;
        _key = key;
        _folder = folder;
        _findingKey = key.IsLasting ? key.FindingKey(request.Release.ProjectName) : [];
    }

    /// <summary>The id of a finding under the project's lasting key.</summary>
    public string IdOf(Diagnostics.Finding finding) => FindingId.Of(finding, _findingKey.AsSpan());

    /// <summary>The form's language of labels; <see langword="null"/> = its default. Known once the forms are read.</summary>
    public string? Labels { get; set; }

    /// <summary>Checks and opens the output.</summary>
    /// <exception cref="Diagnostics.InputException">FILE-13: it exists, is an input, or can't be written.</exception>
    public static CleanOutput Open(CleanRequest request, ProjectKey key)
    {
        if (request.Folder is null) return new(request, key, null);
        var read = request.Input.Inputs.Concat(request.Log.Logs).Append(request.Plan).OfType<InputFile>().Select(f => f.FullPath);
        return new(request, key, OutputFolder.Open(new()
        {
            Path = request.Folder,
            Force = request.Force,
            DryRun = request.DryRun,
            Inputs = [.. read.OfType<string>()],
        }));
    }

    /// <summary>Writes <c>share/</c>, or the main table.</summary>
    public void WriteShare(AnonymisedSubmissions anonymised, CancellationToken cancellation)
    {
        var threads = _request.Input.Reading.Threads;
        if (_folder is null)
        {
            _guardedCells = ShareWriter.WriteMain(anonymised, _request.Csv, _table, threads, cancellation);
            return;
        }

        var options = new ShareOptions
        {
            Description = _request.Description,
            Csv = _request.Csv,
            Workbook = _request.Workbook,
            Labels = Labels,
            Language = _request.Language,
            Tool = Tool,
            Threads = threads,
        };
        _guardedCells = ShareWriter.Write(anonymised, options, _folder, cancellation);
        if (anonymised.Risk is { } risk) _folder.Write("share/risk.json", stream => RiskJson.Write(risk, Tool, stream));
    }

    /// <summary>Reads what was written for <c>share/</c> again: no value of a column that must not leave may stand in it.</summary>
    /// <exception cref="Diagnostics.InputException">PRIV-15.</exception>
    public void Prove(SubmissionSet submissions, AnonymisedSubmissions anonymised)
    {
        const string Share = "share/";
        var (release, description) = (_request.Release, _request.Description);
        string[] written =
        [
            release.ProjectName, release.Controller, release.Basis, release.Purpose, release.Round, release.Recipient,
            description.Title, description.Description, description.Citation, description.Terms, description.Disclaimer,
        ];
        (string, Func<Stream>)[] files = _folder is null
            ? [("main.csv", () => new MemoryStream(_table.GetBuffer(), 0, (int)_table.Length, writable: false))]
            : [.. _folder.Files.Select(f => f.Path).Where(p => p.StartsWith(Share, StringComparison.Ordinal)).Select(p => (p[Share.Length..], (Func<Stream>)(() => _folder.Read(p))))];
        ReleaseProof.Prepare(submissions, anonymised, written, _request.Input.Reading.Threads).Prove(files);
    }

    /// <summary>Writes <c>restricted/</c>: findings, cleaning log, deletion log.</summary>
    public void WriteRestricted(ValidateResult validation, ImmutableArray<Removal> removals, Corrections corrections)
    {
        if (_folder is null) return;
        var report = new ReportOptions
        {
            Language = _request.Language,
            Labels = Labels,
            ShowValues = true,
            ToolVersion = Version,
            FieldworkColumns = _request.Release.FieldworkColumns,
            FindingKey = _findingKey,
        };
        var findings = new FindingsTable(validation, report);
        _folder.Write("restricted/findings.csv", stream => findings.WriteCsv(stream, _request.Csv), findings.RowCount);
        _folder.Write("restricted/findings.xlsx", stream => FindingsWorkbook.Write(findings, stream));

        var fieldwork = _request.Release.FieldworkColumns;
        var options = new RestrictedOptions
        {
            Csv = _request.Csv,
            Labels = Labels,
            Language = _request.Language,
            Tool = Tool,
            Fieldwork = new(fieldwork.GetValueOrDefault("enumerator"), fieldwork.GetValueOrDefault("site"), fieldwork.GetValueOrDefault("device")),
            FindingId = IdOf,
            Checks = _request.Input.Checks,
            Log = corrections.HasLog ? corrections.Outcome : null,
        };
        RestrictedWriter.WriteLogs(validation.Submissions, validation.Report.Findings, removals, options, _folder);
    }

    /// <summary>Counts that everything is there, writes the manifest, and puts the folder into its place or the table on its stream.</summary>
    public CleanResult Finish(ValidateResult validation, ImmutableArray<Removal> removals, Corrections corrections, PrivacyPlan plan, AnonymisedSubmissions anonymised)
    {
        var (received, released, removed) = (anonymised.SubmissionsIn, anonymised.Tables[0].RowCount, removals.Length);
        if (received != released + removed)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"Submissions do not reconcile: {received} received, {released} released, {removed} removed."));
        }

        var byReason = removals.GroupBy(r => r.Reason).OrderBy(g => g.Key).Select(g => (DeletionLog.Word(g.Key), g.Count())).ToList();
        var files = _folder is null ? WriteStream(released) : Commit(_folder, validation, removals, corrections, plan, anonymised);
        return new(validation, released, byReason, anonymised.IsTrial, files) { Warnings = anonymised.Warnings, Log = corrections.HasLog ? corrections.Report() : null };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _folder?.Dispose();
        _table.Dispose();
    }

    private IReadOnlyList<(string Path, int? Rows)> WriteStream(int rows)
    {
        _table.Position = 0;
        if (!_request.DryRun) _table.CopyTo(_request.Stream!);
        return [("-", rows)];
    }

    private IReadOnlyList<(string Path, int? Rows)> Commit(
        OutputFolder folder, ValidateResult validation, ImmutableArray<Removal> removals, Corrections corrections, PrivacyPlan plan, AnonymisedSubmissions anonymised)
    {
        var logs = corrections.Outcome.Logs.Select((log, i) => (CleanManifest.LogId(i), log.Sha256));
        var rawHashes = validation.Submissions.Inputs.Select((input, i) => (CleanManifest.InputId(i), input.Sha256)).Concat(logs).ToImmutableArray();
        var facts = new CleanManifest(_request, validation, removals, anonymised, plan, _key, Version) { Log = corrections }.Facts(_guardedCells);
        var events = corrections.HasLog ? LogEvents.Of(corrections.Outcome, facts.Now?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "") : [];
        ReleaseWriter.Finish(anonymised, facts, rawHashes, removals, events, Keyed, folder);
        folder.Commit();
        return [.. folder.Files.Select(file => (file.Path, file.Rows))];
    }

    private string Keyed(Stream content) =>
        _key.DigestOf(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)), _request.Release.ProjectName);
}
