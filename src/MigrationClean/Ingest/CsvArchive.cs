using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Csv;

namespace MigrationClean.Ingest;

/// <summary>Reads a ZIP of CSV files, as ODK Central and Ona give it: a file a table, media left alone.</summary>
internal static class CsvArchive
{
    /// <summary>Names of the archive's tables: CSV files outside <c>media/</c> and outside what macOS adds.</summary>
    public static IEnumerable<string> TablesOf(ZipParts parts) => parts.Names.Where(static n =>
        n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        && !n.StartsWith("media/", StringComparison.OrdinalIgnoreCase)
        && !n.Contains("/media/", StringComparison.OrdinalIgnoreCase)
        && !n.StartsWith("__MACOSX/", StringComparison.Ordinal));

    /// <summary>The sheet's name of a table: its file's without folder and ending.</summary>
    public static string SheetNameOf(string table) => table[(table.LastIndexOf('/') + 1)..^".csv".Length];

    /// <summary>Reads all tables in the archive's order.</summary>
    public static (ImmutableArray<Sheet> Sheets, ImmutableArray<Finding> Findings) Read(ZipParts parts, int threads)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var name in TablesOf(parts))
        {
            using var part = parts.Open(name);
            var (sheet, _, odd) = CsvReading.Read(part, new() { File = parts.File, Sheet = SheetNameOf(name) }, threads);
            sheets.Add(sheet);
            findings.AddRange(odd);
        }

        return (sheets.ToImmutable(), findings.ToImmutable());
    }
}
