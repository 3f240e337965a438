using System.Collections.Immutable;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Csv;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Ingest;

/// <summary>Reads workbooks and text files that people filled in, with the kind of every cell, hidden rows and merged cells.</summary>
/// <remarks>A string a cell, and an XML reader for workbooks: right for thousands of lines. O(cells).</remarks>
internal static class FilledSheetReader
{
    private static readonly InputLimits Limits = new();
    private static readonly HashSet<int> NoRows = [];

    /// <summary>Reads all sheets.</summary>
    /// <param name="input">The file, recognised by its content.</param>
    /// <param name="encoding">Encoding of text that is not Unicode; <c>auto</c> = by its letters.</param>
    /// <exception cref="InputException">FILE-01 … FILE-06: it cannot be read, or is something else.</exception>
    public static FilledFile Read(InputFile input, string? encoding)
    {
        using var opened = new OpenedInput(input);
        opened.LimitInMegabytes = Limits.FileMegabytes;
        return FileKind.Of(opened.Head) switch
        {
            FileKind.Zip => ReadWorkbook(opened),
            FileKind.Text => ReadText(input, opened, encoding),
            var kind => throw new InputException($"FILE-02/{(kind == FileKind.Ole ? "xls" : kind)}", new() { File = input.Name }),
        };
    }

    private static FilledFile ReadWorkbook(OpenedInput opened)
    {
        using var parts = new ZipParts(opened.ToSeekable(), opened.Name, Limits.PartGibibytes);
        if (!ArchiveKind.IsWorkbook(parts)) throw ArchiveKind.RefusalOf(parts) ?? parts.Refused("FILE-02/zip");
        var workbook = Workbook.Open(parts);
        var cells = new CellCount(Limits.CellsMillion, parts);
        ImmutableArray<FilledSheet> sheets = [.. workbook.Sheets.Select(sheet => ReadSheet(workbook, sheet, cells))];
        return new(sheets, opened.Sha256(), null);
    }

    private static FilledSheet ReadSheet(Workbook workbook, WorkbookSheet sheet, CellCount cells)
    {
        var location = new Location { File = workbook.Parts.File, Sheet = sheet.Name };
        using var xml = new PartXml(workbook.Parts, sheet.Part);
        var source = new XmlSheet(xml, new CellReading(workbook), workbook.Shared, location);
        return Rows(source, location, cells, () => source.HiddenRows) with { Merged = [.. source.Tail.MergedAt] };
    }

    private static FilledFile ReadText(InputFile input, OpenedInput opened, string? encoding)
    {
        var chosen = ChosenEncoding.Of(input, opened, encoding);
        var location = new Location { File = opened.Name };
        var sheet = Rows(new CsvSource(TextEncoding.ToUtf8(opened, chosen), location), location, null, () => NoRows);
        return new([sheet], opened.Sha256(), chosen);
    }

    private static FilledSheet Rows(IBlockSource source, Location location, CellCount? cells, Func<IReadOnlySet<int>> hidden)
    {
        ImmutableArray<string> headers = [];
        var rows = ImmutableArray.CreateBuilder<FilledRow>();
        var block = new CellBlock();
        var (number, line) = (0, 1);
        while (true)
        {
            block.Clear();
            if (!source.Fill(block)) break;
            if (!source.Parse(block) || block.Trouble is not null)
            {
                var trouble = block.Trouble ?? new("FILE-04/sheet", 0, 0, -1);
                throw new InputException(trouble.Key, location with { Row = number + trouble.Row + 1 }, trouble.Arguments);
            }

            cells?.Add(block);
            for (var row = 0; row < block.RowCount; row++)
            {
                var at = block.Rows[row];
                number = at.Number > 0 ? at.Number : number + 1;
                if (number == 1) headers = HeadersOf(block, row);
                else if (RowOf(block, row, number, line, headers.Length, hidden()) is { } filled) rows.Add(filled);
                line += Math.Max(at.Lines, 1);
            }
        }

        var isText = location.Sheet is null;
        return new(location.File, location.Sheet, headers, isText ? rows.ToImmutable() : [.. rows.Select(r => r with { Line = r.Number })]);
    }

    private static ImmutableArray<string> HeadersOf(CellBlock block, int row)
    {
        var headers = new List<string>();
        foreach (ref readonly var cell in block.CellsOf(row))
        {
            while (headers.Count <= cell.Column) headers.Add("");
            headers[cell.Column] = TextOf(block, cell).TrimStart('\uFEFF').Trim();
        }

        while (headers.Count > 0 && headers[^1].Length == 0) headers.RemoveAt(headers.Count - 1);
        return [.. headers];
    }

    private static FilledRow? RowOf(CellBlock block, int row, int number, int line, int width, IReadOnlySet<int> hidden)
    {
        var cells = new FilledCell[width];
        Array.Fill(cells, new FilledCell("", default));
        var (isFilled, beyond) = (false, -1);
        foreach (ref readonly var cell in block.CellsOf(row))
        {
            var text = TextOf(block, cell);
            if (string.IsNullOrWhiteSpace(text)) continue;
            isFilled = true;
            if (cell.Column < width) cells[cell.Column] = new(text, cell.Kind);
            else if (beyond < 0) beyond = cell.Column;
        }

        return isFilled ? new(number, line, hidden.Contains(number), [.. cells], beyond) : null;
    }

    private static string TextOf(CellBlock block, in Cell cell) => Encoding.UTF8.GetString(block.Utf8(cell));
}

/// <summary>A file that people filled in.</summary>
/// <param name="Sheets">Its sheets in order; one of a text file.</param>
/// <param name="Sha256">SHA-256 of its bytes, lower-case hex.</param>
/// <param name="Encoding">The encoding that was guessed or asked for, where it was not Unicode.</param>
internal sealed record FilledFile(ImmutableArray<FilledSheet> Sheets, string Sha256, string? Encoding);
