using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Writing;

/// <summary>How <see cref="ShareWriter"/> writes.</summary>
internal sealed record ShareOptions
{
    /// <summary>What the settings say about the data set.</summary>
    public ReleaseDescription Description { get; init; } = new();

    /// <summary>How CSV is written.</summary>
    public CsvOptions Csv { get; init; } = new();

    /// <summary>Whether <c>data.xlsx</c> is written.</summary>
    public bool Workbook { get; init; } = true;

    /// <summary>Language of labels; <see langword="null"/> = the form's first.</summary>
    public string? Labels { get; init; }

    /// <summary>Language of texts for people.</summary>
    public Language Language { get; init; }

    /// <summary>Name and version of the program.</summary>
    public string Tool { get; init; } = "migrationclean";

    /// <summary>Most worker threads; never changes the bytes.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Writes <c>share/</c>: the data tables as CSV, as one workbook or both, the codebook, the read-me. Takes nothing but what is anonymised.</summary>
internal static class ShareWriter
{
    /// <summary>Writes the files of <c>share/</c> into an output folder.</summary>
    /// <returns>Number of cells that the formula guard touched.</returns>
    /// <exception cref="InputException">FILE-13: a workbook can't hold a table, or the disk is full.</exception>
    public static long Write(AnonymisedSubmissions submissions, ShareOptions options, OutputFolder folder, CancellationToken cancellation = default)
    {
        var codebook = new Codebook(submissions, options.Labels);
        var columns = codebook.Columns();
        var readMe = new ReadMe(submissions, options);
        var sheets = options.Workbook ? Sheets(submissions, codebook, columns, readMe) : [];
        XlsxWriter.Check(sheets);

        long touched = 0;
        folder.Write("share/README.txt", stream => stream.Write(readMe.File()));
        foreach (var table in submissions.Tables.Select(OutputTable.Of))
        {
            folder.Write(
                $"share/{table.Name}.csv",
                stream => touched += CsvWriter.Write(table, stream, options.Csv, options.Threads, cancellation),
                table.RowCount);
        }

        folder.Write("share/codebook/codebook.csv", stream => touched += CsvWriter.Write(columns, stream, options.Csv), columns.RowCount);
        if (options.Workbook) folder.Write("share/data.xlsx", stream => XlsxWriter.Write(sheets, stream, options.Threads, cancellation));
        return touched;
    }

    /// <summary>Writes the main table alone, as CSV, e.g. to standard output.</summary>
    /// <returns>Number of cells that the formula guard touched.</returns>
    public static long WriteMain(AnonymisedSubmissions submissions, CsvOptions csv, Stream stream, int threads, CancellationToken cancellation = default) =>
        CsvWriter.Write(OutputTable.Of(submissions.Tables[0]), stream, csv, threads, cancellation);

    private static ImmutableArray<XlsxSheet> Sheets(AnonymisedSubmissions submissions, Codebook codebook, OutputTable columns, ReadMe readMe)
    {
        var ranges = codebook.ChoiceRanges().ToLookup(r => r.Table, r => (r.Column, r.Range), ReferenceEqualityComparer.Instance);
        return
        [
            readMe.Sheet(),
            .. submissions.Tables.Select(t => new XlsxSheet(t.Name, OutputTable.Of(t)) { Lists = [.. ranges[t].OrderBy(r => r.Column)] }),
            new("codebook", columns) { KeepsName = true },
            new("choices", codebook.Choices()) { KeepsName = true },
        ];
    }
}
