using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>Corrects a workbook: the sheets that change, and the parts that point at rows of theirs; every other part keeps its content.</summary>
/// <remarks>
/// The list of calculation order is left out, as cells in it may hold no formula any more; spreadsheet programs make it anew. Formulas are not worked out
/// again here: cells that keep one show the result of before until a spreadsheet program does.
/// </remarks>
/// <param name="workbook">The workbook, whose archive is used for what is looked up.</param>
/// <param name="sheets">What to change, by sheet; all of them are there.</param>
internal sealed class CorrectedWorkbook(Workbook workbook, Dictionary<string, SheetEdits> sheets)
{
    private const int MostCharacters = 32_767;
    private const string ContentTypes = "[Content_Types].xml";

    private static readonly string[] PointingAtRows = ["table", "comments", "threadedComment", "vmlDrawing"];

    private readonly Dictionary<string, Action<Stream>?> _changed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the copy.</summary>
    /// <param name="parts">The archive, to copy from.</param>
    /// <param name="output">The copy; seeks.</param>
    /// <exception cref="InputException">FILE-13/long-value: a new value is longer than a cell can be.</exception>
    public void Write(ZipParts parts, Stream output)
    {
        var shifts = new Dictionary<string, RowShift>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, edits) in sheets)
        {
            var sheet = workbook.Sheets.First(s => s.Name == name);
            RefuseLong(edits, name);
            var shift = new RowShift(edits.Removed);
            var location = new Location { File = parts.File, Sheet = name };
            var correction = new CorrectedSheet(workbook, edits, shift, HabitsOf(sheet, edits, location), location);
            _changed[sheet.Part] = content =>
            {
                using var part = Utf8Part.Open(parts, sheet.Part);
                correction.Write(part, content);
            };
            if (!shift.IsNeeded) continue;
            shifts.TryAdd(name, shift);
            foreach (var related in Relationship.Of(workbook.Parts, sheet.Part).Where(static r => !r.IsOutside && PointingAtRows.Contains(r.Kind, StringComparer.Ordinal)))
                Filter(parts, related.Target, () => new MovedRows(shift, edits));
        }

        var main = Relationship.Of(workbook.Parts, "").FirstOrDefault(static r => r.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        if (shifts.Count > 0) Filter(parts, main, () => new WorkbookNames(shifts));
        DropCalculationOrder(parts, main);
        PackageCopy.Write(parts, _changed, output);
    }

    private Dictionary<int, ColumnHabit> HabitsOf(WorkbookSheet sheet, SheetEdits edits, Location location)
    {
        var columns = edits.All.Where(static e => !string.IsNullOrEmpty(e.Value)).Select(static e => e.Column - 1).ToHashSet();
        if (columns.Count == 0) return [];
        using var part = Utf8Part.Open(workbook.Parts, sheet.Part);
        return ColumnHabits.Of(part, columns, location);
    }

    private void RefuseLong(SheetEdits edits, string sheet)
    {
        foreach (var edit in edits.All)
            if (edit.Value?.Length > MostCharacters)
                throw new InputException("FILE-13/long-value", new() { File = workbook.Parts.File, Sheet = sheet, Row = edit.Row, ColumnNumber = edit.Column });
    }

    private void DropCalculationOrder(ZipParts parts, string main)
    {
        if (Relationship.Of(workbook.Parts, main).FirstOrDefault(static r => r.Kind == "calcChain" && !r.IsOutside) is not { } chain) return;
        var slash = main.LastIndexOf('/');
        _changed[chain.Target] = null;
        Filter(parts, ContentTypes, () => new WithoutPart(chain.Target, chain.Kind));
        Filter(parts, $"{main[..(slash + 1)]}_rels/{main[(slash + 1)..]}.rels", () => new WithoutPart(chain.Target, chain.Kind));
    }

    private void Filter(ZipParts parts, string name, Func<PartFilter> filter)
    {
        if (!parts.Has(name) || _changed.ContainsKey(name)) return;
        _changed[name] = content =>
        {
            using var part = Utf8Part.Open(parts, name);
            using var bytes = new MemoryStream();
            using var block = new ByteBlock();
            part.CopyTo(bytes);
            filter().Copy(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), block);
            content.Write(block.Bytes);
        };
    }
}
