using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
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
        var texts = Messages.For(options.Language);
        var log = CleaningLog.Of(submissions, findings, removals, options.FindingId);
        var lines = log.Rows(submissions, options.Fieldwork, texts, options.Labels);
        var removed = DeletionLog.Rows(submissions, removals, findings, options.FindingId, options.Fieldwork);

        WriteCsv("restricted/cleaning-log.csv", CleaningLog.Columns, lines, options.Csv, folder);
        var sheets = new CleaningLogSheets
        {
            Log = log,
            Lines = lines,
            Removed = removed,
            Data = [.. submissions.Inputs.Select(i => (i.File, i.Sha256))],
            Tool = options.Tool,
            Language = options.Language,
        };
        folder.Write("restricted/cleaning-log.xlsx", stream => CleaningLogWorkbook.Write(sheets, stream));
        WriteCsv("restricted/deletion-log.csv", DeletionLog.Columns, removed, options.Csv, folder);
    }

    private static void WriteCsv(string path, IReadOnlyList<string> header, IReadOnlyList<string[]> rows, CsvOptions csv, OutputFolder folder)
    {
        var table = OutputTable.OfTexts(Path.GetFileNameWithoutExtension(path), header, rows);
        folder.Write(path, stream => CsvWriter.Write(table, stream, csv), rows.Count);
    }
}
