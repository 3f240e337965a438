using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Csv;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Ingest;

/// <summary>Reads small tables as texts: forms, and the tables that people edit (xlsform §1).</summary>
public static class GridReader
{
    private static readonly InputLimits Limits = new();

    /// <summary>Reads all sheets of a workbook (.xlsx, .xlsm, .xls) or a text file. A string a cell: not for data.</summary>
    /// <param name="input">The file, recognised by its content.</param>
    /// <param name="encoding">Name of the encoding of a text file that is not Unicode, <c>auto</c>, or <see langword="null"/>.</param>
    /// <returns>The sheets in the file's order; an empty sheet has no headers and no rows.</returns>
    /// <exception cref="InputException">FILE-01 … FILE-06: it cannot be read, or is something else.</exception>
    /// <remarks>A workbook's columns end before 20 adjacent empty header cells, its rows before 60 adjacent empty rows.</remarks>
    public static ImmutableArray<Grid> Read(InputFile input, string? encoding = null)
    {
        using var opened = new OpenedInput(input);
        opened.LimitInMegabytes = Limits.FileMegabytes;
        return FileKind.Of(opened.Head) switch
        {
            FileKind.Zip => ReadWorkbook(opened),
            FileKind.Ole => OldWorkbook.Read(opened),
            FileKind.Text => [ReadText(input, opened, encoding)],
            var kind => throw new InputException($"FILE-02/{kind}", new() { File = input.Name }),
        };
    }

    private static ImmutableArray<Grid> ReadWorkbook(OpenedInput opened)
    {
        using var parts = new ZipParts(opened.ToSeekable(), opened.Name, Limits.PartGibibytes);
        if (!ArchiveKind.IsWorkbook(parts)) throw ArchiveKind.RefusalOf(parts) ?? parts.Refused("FILE-02/zip");
        var workbook = Workbook.Open(parts, forPeople: true);
        var cells = new CellCount(Limits.CellsMillion, parts);
        return [.. workbook.Sheets.Select(sheet => ReadSheet(workbook, sheet, cells))];
    }

    private static Grid ReadSheet(Workbook workbook, WorkbookSheet sheet, CellCount cells)
    {
        var location = new Location { File = workbook.Parts.File, Sheet = sheet.Name };
        var reading = new CellReading(workbook);
        using (var part = workbook.Parts.Open(sheet.Part))
        {
            var source = new ScannedSheet(part, reading, workbook.Shared, location);
            var builder = new GridBuilder(location, isWorkbook: true);
            if (builder.ReadAll(source, cells) && !source.IsUnsure) return builder.Build();
        }

        using var xml = new PartXml(workbook.Parts, sheet.Part);
        var exact = new GridBuilder(location, isWorkbook: true);
        exact.ReadAll(new XmlSheet(xml, reading, workbook.Shared, location), cells);
        return exact.Build();
    }

    private static Grid ReadText(InputFile input, OpenedInput opened, string? encoding)
    {
        var chosen = ChosenEncoding.Of(input, opened, encoding);
        var location = new Location { File = opened.Name };
        var builder = new GridBuilder(location, isWorkbook: false);
        builder.ReadAll(new CsvSource(TextEncoding.ToUtf8(opened, chosen), location), null);
        return builder.Build();
    }
}
