using MigrationClean.Files.Xlsx;

namespace MigrationClean.Reporting;

/// <summary>The supervisor's view as a workbook: a sheet a table, header in sight, filter.</summary>
internal static class MonitorWorkbook
{
    private const int LongestName = 31;
    private const int LongestCell = 32_000;
    private static readonly CellLook Plain = new() { Wraps = false, StaysText = false };
    private static readonly CellLook Numbers = new() { Wraps = false, StaysText = false };

    /// <summary>Writes it. The stream must seek and stays open.</summary>
    public static void Write(MonitorTables tables, Stream output) => PaperWorkbook.Write([.. tables.All().Select(SheetOf)], [], output);

    private static PaperSheet SheetOf(MonitorTable table) => new()
    {
        Name = NameOf(table.Name),
        Columns = [.. table.Columns.Select(c => new PaperColumn(c.Header, c.Width, c.IsNumber ? Numbers : Plain) { IsNumber = c.IsNumber })],
        Header = Plain with { IsBold = true, Wraps = true },
        HasFilter = true,
        FrozenColumns = table.Columns.Count > 8 ? 1 : 0,
        Rows = table.Rows.Select(row => new PaperRow([.. row.Select(c => Fitting(c.Text))])),
    };

    // A kind of units may be any question: what a sheet's name cannot hold is left out.
    private static string NameOf(string name)
    {
        var fitting = string.Concat(name.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? '_' : c));
        return fitting.Length > LongestName ? fitting[..LongestName] : fitting;
    }

    private static string Fitting(string text)
    {
        var fitting = text.Length > LongestCell ? text[..LongestCell] : text;
        return string.Concat(fitting.EnumerateRunes().Select(rune => FindingText.IsXml(rune) ? rune.ToString() : "?"));
    }
}
