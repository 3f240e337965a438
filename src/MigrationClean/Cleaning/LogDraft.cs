using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>How a log that is still to be decided is drawn up.</summary>
internal sealed record LogDraftOptions
{
    /// <summary>The id of a finding.</summary>
    public required Func<Finding, string> FindingId { get; init; }

    /// <summary>Columns that tell enumerator and site.</summary>
    public Fieldwork Fieldwork { get; init; } = new();

    /// <summary>Language of texts for people.</summary>
    public Language Language { get; init; }

    /// <summary>Language of labels; <see langword="null"/> = the form's first.</summary>
    public string? Labels { get; init; }

    /// <summary>Name and version of the program.</summary>
    public string Tool { get; init; } = "migrationclean";

    /// <summary>Whether the removals have been done; if not, they are proposals like others.</summary>
    public bool AreRemoved { get; init; } = true;

    /// <summary>Settings of the checks, for the parameters that the workbook names.</summary>
    public CheckSettings Checks { get; init; } = new();
}

/// <summary>Draws up the log of a run: what was found about cells, the texts of other, the submissions that may have to go.</summary>
internal static class LogDraft
{
    private static readonly string[] Indices = ["_index", "_id"];

    /// <summary>The sheets.</summary>
    public static CleaningLogSheets Of(SubmissionSet submissions, ImmutableArray<Finding> findings, ImmutableArray<Removal> removals, LogDraftOptions options)
    {
        var texts = Messages.For(options.Language);
        var log = CleaningLog.Of(submissions, findings, removals, options.FindingId);
        // Copies of one submission have one id: a line that is to remove one of them says which.
        var index = options.AreRemoved || !removals.Any(r => r.Reason == RemovalReason.Duplicate) ? null
            : Indices.FirstOrDefault(name => submissions.Main.Find(name) is { Value.IsBlank: false });
        var removed = DeletionLog.Rows(submissions, removals, findings, options.FindingId, options.Fieldwork, options.AreRemoved, index);
        return new()
        {
            Lines = log.Rows(submissions, options.Fieldwork, texts, options.Labels),
            Others = OthersSheet.Rows(submissions, removals, options.Labels),
            DeletionColumns = [.. DeletionLog.Columns, .. index is null ? [] : (string[])[index]],
            Removed = [.. removed.Select(cells => new LogRow(cells))],
            Enumerators = Interviews(submissions.Main, options.Fieldwork),
            Thresholds = Thresholds([.. log.Entries.SelectMany(e => e.Findings).Select(f => f.Check.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], options.Checks),
            Data = [.. submissions.Inputs.Select(i => (i.File, i.Sha256))],
            Tool = options.Tool,
            Language = options.Language,
            Labels = options.Labels,
        };
    }

    private static IReadOnlyList<(string Enumerator, int Interviews)> Interviews(Table main, Fieldwork fieldwork)
    {
        if (fieldwork.Enumerator is null || main.Find(fieldwork.Enumerator)?.Value is not { } column) return [];
        return [.. Enumerable.Range(0, main.RowCount).CountBy(column.CodeAt).Where(c => c.Key != 0).GroupBy(c => column.Text(c.Key), c => c.Value, StringComparer.Ordinal)
            .Select(g => (Enumerator: g.Key, Interviews: g.Sum())).OrderBy(e => e.Enumerator, StringComparer.Ordinal)];
    }

    // DUR-01: min_minutes = 15
    private static ImmutableArray<string> Thresholds(IReadOnlyList<string> codes, CheckSettings settings) =>
    [
        .. from code in codes
           let check = AllChecks.Find(code)
           where check is not null
           from parameter in check.Parameters
           let given = settings.Options.TryGetValue(code, out var options) && options.Parameters.TryGetValue(parameter.Name, out var values) ? string.Join(", ", values) : parameter.Default
           where given is not null
           select $"{code}: {parameter.Name} = {given}",
    ];
}
