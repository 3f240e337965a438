using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Writing.Corrected;

/// <summary>Corrects the tables in a ZIP of CSV files; everything else in it is copied.</summary>
internal static class CorrectedArchive
{
    /// <summary>The archive's tables: names of their parts by the sheet's name. Of two with one name the first.</summary>
    public static Dictionary<string, string> TablesOf(ZipParts parts)
    {
        var tables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in CsvArchive.TablesOf(parts)) tables.TryAdd(CsvArchive.SheetNameOf(part), part);
        return tables;
    }

    /// <summary>Writes the copy.</summary>
    /// <param name="look">The archive, to look its tables through.</param>
    /// <param name="parts">The same archive, to copy from: each counts what it expands against its limits.</param>
    /// <param name="sheets">What to change, by sheet; all of them are there.</param>
    /// <param name="output">The copy; seeks.</param>
    public static void Write(ZipParts look, ZipParts parts, Dictionary<string, SheetEdits> sheets, Stream output)
    {
        var tables = TablesOf(parts);
        var changed = new Dictionary<string, Action<Stream>?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, edits) in sheets)
        {
            var part = tables[name];
            var text = new TextCopy(() => look.Open(part), () => parts.Open(part));
            changed.Add(part, content => text.Write(utf8 => CorrectedCsv.Plan(utf8, edits, text, new() { File = parts.File, Sheet = name }), content));
        }

        PackageCopy.Write(parts, changed, output);
    }
}
