using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Json;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>
/// Writes a copy of an export in its own container, headers, separator, encoding and notation, in which the given cells and rows differ and nothing else
/// (cleaning §6.1, machine-interfaces §10).
/// </summary>
internal static class CorrectedExport
{
    /// <summary>Writes the copy of one export.</summary>
    /// <param name="input">The export; read twice or more, never changed.</param>
    /// <param name="edits">Cells that change, in any order; at most one edit a cell. Edits of removed rows do nothing.</param>
    /// <param name="removed">Rows that go, in any order. In CSV and workbooks each row of a repeat is named on its own; in JSON entries go with their result.</param>
    /// <param name="options">As the export was read: the same encoding and limits.</param>
    /// <param name="output">Takes the copy; not whole if this throws. Has to seek for a workbook or archive.</param>
    /// <exception cref="InputException">FILE-01 … FILE-06: the export cannot be read (any more), or its encoding lacks a letter; FILE-13: a value too long for a cell.</exception>
    /// <exception cref="InvalidOperationException">A sheet or row is not there.</exception>
    public static void Write(InputFile input, IReadOnlyList<CellEdit> edits, IReadOnlyList<RowRemoval> removed, ReadOptions options, Stream output)
    {
        var sheets = SheetEdits.BySheet(edits, removed);
        using var opened = new OpenedInput(input);
        var kind = FileKind.Of(opened.Head);
        if (sheets.Count == 0) opened.CopyTo(output);
        else if (kind == FileKind.Zip) WriteArchive(opened, sheets, options, output);
        else if (kind == FileKind.Json) WriteJson(input, opened, sheets, output);
        else if (kind == FileKind.Text) WriteCsv(input, opened, sheets, options, output);
        else throw new InputException($"FILE-02/{kind}", new() { File = input.Name });
    }

    /// <summary>Writes copies of several exports, each whole or not at all, for their owner only. All places are looked at before the first is written.</summary>
    /// <exception cref="InputException">As above, and FILE-13: an output is there already, is an input, or can't be written.</exception>
    public static void WriteFiles(IReadOnlyList<CorrectedTable> tables, ReadOptions options)
    {
        foreach (var table in tables) AtomicFile.Check(table.Output);
        foreach (var table in tables)
            AtomicFile.Write(table.Output, output => Write(table.Input, table.Edits, table.Removed, options, output), ownerOnly: true);
    }

    private static void WriteCsv(InputFile input, OpenedInput opened, Dictionary<string, SheetEdits> sheets, ReadOptions options, Stream output)
    {
        ThrowUnknown(sheets, [""]);
        var text = new TextCopy(input, opened.Head, ChosenEncoding.Of(input, opened, options.Encoding));
        text.Write(utf8 => CorrectedCsv.Plan(utf8, sheets[""], text, new() { File = input.Name }), output);
    }

    private static void WriteJson(InputFile input, OpenedInput opened, Dictionary<string, SheetEdits> sheets, Stream output)
    {
        var location = new Location { File = input.Name };
        var (read, _) = JsonReading.Read(TextEncoding.ToUtf8(opened, null), location);
        ThrowUnknown(sheets, read.Select(static s => s.Name ?? ""));
        new TextCopy(input, opened.Head, null).Write(utf8 => CorrectedJson.Plan(utf8, sheets, read, location), output);
    }

    private static void WriteArchive(OpenedInput opened, Dictionary<string, SheetEdits> sheets, ReadOptions options, Stream output)
    {
        var bytes = opened.ToSeekable();
        using var look = new ZipParts(bytes, opened.Name, options.Limits.PartGibibytes) { HasSettableLimits = true };
        if (ArchiveKind.RefusalOf(look) is { } refusal) throw refusal;
        using var parts = new ZipParts(bytes, opened.Name, options.Limits.PartGibibytes) { HasSettableLimits = true };
        if (ArchiveKind.IsWorkbook(look))
        {
            var workbook = Workbook.Open(look);
            ThrowUnknown(sheets, workbook.Sheets.Select(static s => s.Name));
            new CorrectedWorkbook(workbook, sheets).Write(parts, output);
            return;
        }

        ThrowUnknown(sheets, CorrectedArchive.TablesOf(look).Keys);
        CorrectedArchive.Write(look, parts, sheets, output);
    }

    private static void ThrowUnknown(Dictionary<string, SheetEdits> sheets, IEnumerable<string> known)
    {
        foreach (var name in sheets.Keys.Except(known, StringComparer.Ordinal))
            throw new InvalidOperationException($"The export has no sheet \"{name}\" to correct.");
    }
}
