using MigrationClean.Writing;

namespace MigrationClean.Reporting;

/// <summary>Cells of a CSV file that people may open in a spreadsheet, one record after another.</summary>
/// <remarks>Findings are written as they come, and never lie in a table of columns as <see cref="CsvWriter"/> wants it.</remarks>
internal static class CsvText
{
    /// <summary>A record without its line end: each text guarded as the options say, and in quotes where it needs them.</summary>
    public static string Record(IEnumerable<string> cells, CsvOptions options) =>
        string.Join(options.Separator, cells.Select(cell => Quoted(FormulaGuard.Apply(cell, options.Guard), options.Separator)));

    private static string Quoted(string text, char separator) =>
        text.Contains(separator) || text.AsSpan().ContainsAny("\"\r\n") ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
}
