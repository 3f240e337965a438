using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Csv;
using MigrationClean.Ingest.Json;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Ingest;

/// <summary>Reads an export of any kind that surveys come in, recognised by its content.</summary>
public static class ExportReader
{
    /// <summary>Reads all sheets of an export into coded columns. The columns are the only copy of the table that is held.</summary>
    /// <param name="input">The file; text is read forward only, archives need free access and are copied to memory where they come as a stream.</param>
    /// <param name="options">Encoding, limits, workers. The result is the same for any number of workers.</param>
    /// <exception cref="InputException">FILE-01 … FILE-06, FILE-08: the file cannot be read, or is no export; the message says what it is.</exception>
    public static RawExport Read(InputFile input, ReadOptions options)
    {
        using var opened = new OpenedInput(input);
        (opened.LimitInMegabytes, opened.LimitSetting) = (options.Limits.FileMegabytes, "file_mb");
        return FileKind.Of(opened.Head) switch
        {
            FileKind.Zip => ReadZip(opened, options),
            FileKind.Ole => throw OleFile.Refusal(opened),
            FileKind.Json => ReadJson(opened, options),
            FileKind.Text => ReadCsv(input, opened, options),
            var kind => throw new InputException($"FILE-02/{kind}", new() { File = input.Name }),
        };
    }

    private static RawExport ReadZip(OpenedInput opened, ReadOptions options)
    {
        using var parts = new ZipParts(opened.ToSeekable(), opened.Name, options.Limits.PartGibibytes) { HasSettableLimits = true };
        if (ArchiveKind.RefusalOf(parts) is { } refusal) throw refusal;
        var isWorkbook = ArchiveKind.IsWorkbook(parts);
        var (sheets, findings) = isWorkbook
            ? WorkbookReading.Read(parts, options.Limits, options.Threads)
            : CsvArchive.Read(parts, options.Threads);
        return new()
        {
            File = opened.Name,
            Kind = isWorkbook ? ContainerKind.Workbook : ContainerKind.CsvArchive,
            Sheets = sheets,
            Findings = findings,
            Separator = isWorkbook ? null : ',',
            Sha256 = opened.Sha256(),
            Length = opened.BytesRead,
        };
    }

    private static RawExport ReadJson(OpenedInput opened, ReadOptions options)
    {
        var (sheets, findings) = JsonReading.Read(TextEncoding.ToUtf8(opened, null), new() { File = opened.Name });
        return new()
        {
            File = opened.Name,
            Kind = ContainerKind.Json,
            Sheets = sheets,
            Findings = findings,
            Sha256 = opened.Sha256(),
            Length = opened.BytesRead,
        };
    }

    private static RawExport ReadCsv(InputFile input, OpenedInput opened, ReadOptions options)
    {
        (opened.LimitInMegabytes, opened.LimitSetting) = (options.Limits.CsvMegabytes, "csv_mb");
        var encoding = ChosenEncoding.Of(input, opened, options.Encoding);
        var (sheet, separator, findings) = CsvReading.Read(TextEncoding.ToUtf8(opened, encoding), new() { File = opened.Name }, options.Threads);
        return new()
        {
            File = opened.Name,
            Kind = ContainerKind.Csv,
            Sheets = [sheet],
            Separator = separator,
            Findings = ChosenEncoding.FindingOf(opened, encoding, options.Encoding, sheet) is { } finding ? findings.Insert(0, finding) : findings,
            Sha256 = opened.Sha256(),
            Length = opened.BytesRead,
        };
    }
}
