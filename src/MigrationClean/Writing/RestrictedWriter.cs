using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Submissions;

namespace MigrationClean.Writing;

/// <summary>What goes into <c>restricted/</c> besides the findings.</summary>
internal sealed record RestrictedOptions
{
    /// <summary>How CSV is written.</summary>
    public CsvOptions Csv { get; init; } = new();

    /// <summary>Language of labels; <see langword="null"/> = the form's first.</summary>
    public string? Labels { get; init; }

    /// <summary>Language of texts for people.</summary>
    public Language Language { get; init; }

    /// <summary>Name and version of the program.</summary>
    public string Tool { get; init; } = "migrationclean";

    /// <summary>Columns that tell enumerator and site.</summary>
    public Fieldwork Fieldwork { get; init; } = new();

    /// <summary>Settings of the checks.</summary>
    public CheckSettings Checks { get; init; } = new();

    /// <summary>The cleaning log that was applied; <see langword="null"/> = none.</summary>
    public LogOutcome? Log { get; init; }

    /// <summary>The id of a finding.</summary>
    public required Func<Finding, string> FindingId { get; init; }
}

/// <summary>Writes the logs of <c>restricted/</c>: deletion log and the cleaning log that is still to be filled in. For the owner alone.</summary>
internal static class RestrictedWriter
{
    /// <summary>Writes <c>cleaning-log.csv</c>, <c>cleaning-log.xlsx</c> and <c>deletion-log.csv</c> into an output folder.</summary>
    /// <exception cref="InputException">FILE-13: a workbook can't hold a line, or the disk is full.</exception>
    public static void WriteLogs(
        SubmissionSet submissions, ImmutableArray<Finding> findings, ImmutableArray<Removal> removals, RestrictedOptions options, OutputFolder folder)
    {
        var draft = LogDraft.Of(submissions, findings, removals, new()
        {
            FindingId = options.FindingId,
            Fieldwork = options.Fieldwork,
            Language = options.Language,
            Labels = options.Labels,
            Tool = options.Tool,
            Checks = options.Checks,
        });
        if (options.Log is { } log) draft = DecidedLines.Above(draft, log);
        WriteCsv("restricted/cleaning-log.csv", CleaningLog.Columns, draft.Lines, options.Csv, folder);
        folder.Write("restricted/cleaning-log.xlsx", stream => CleaningLogWorkbook.Write(draft, stream));
        WriteCsv("restricted/deletion-log.csv", DeletionLog.Columns, draft.Removed, options.Csv, folder);
    }

    private static void WriteCsv(string path, IReadOnlyList<string> header, IReadOnlyList<LogRow> rows, CsvOptions csv, OutputFolder folder)
    {
        var table = OutputTable.OfTexts(Path.GetFileNameWithoutExtension(path), header, [.. rows.Select(row => row.Cells)]);
        folder.Write(path, stream => CsvWriter.Write(table, stream, csv), rows.Count);
    }
}
