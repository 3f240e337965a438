using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Reading;

/// <summary>What spreadsheets do to a sheet as a whole: merged and hidden cells, cells beside the table, columns that nobody knows.</summary>
internal static class LogTableTrouble
{
    /// <summary>The findings, in the order of the sheet.</summary>
    public static IEnumerable<Finding> Of(LogTable table)
    {
        var sheet = table.Sheet;
        var head = new Location { File = sheet.File, Sheet = sheet.Name, Row = 1 };
        foreach (var (column, header) in table.Doubled)
            yield return LogTrouble.About("LOGF-14/doubled", Severity.Error, head with { Column = header }, new FindingArgument("first", table.Headers[column]), new FindingArgument("second", header));

        foreach (var position in table.Unknown)
        {
            var header = sheet.Headers[position];
            var near = Nearest.To(LogWords.Header(header), table.Profile.Columns.Keys.Where(known => !table.Has(table.Profile.Columns[known].Name)).Order(StringComparer.Ordinal));
            yield return LogTrouble.About(
                near is null ? "LOGF-14/unknown-column" : "LOGF-14/unknown-column-near",
                Severity.Notice,
                head with { Column = header, ColumnNumber = position + 1 },
                new("column", header),
                new("near", near ?? ""));
        }

        foreach (var (row, column) in sheet.Merged)
        {
            yield return LogTrouble.About("LOGF-14/merged", Severity.Error, head with { Row = row, Column = column < sheet.Headers.Length ? sheet.Headers[column] : null, ColumnNumber = column + 1 });
        }

        var hidden = sheet.Rows.Where(r => r.IsHidden).ToList();
        if (hidden.Count > 0)
            yield return LogTrouble.About("LOGF-14/hidden-rows", Severity.Notice, head with { Row = hidden[0].Number }, new FindingArgument("n", $"{hidden.Count}"));

        foreach (var line in table.Lines.Where(line => line.Row.Beyond >= 0))
        {
            var at = line.Location with { ColumnNumber = line.Row.Beyond + 1 };
            yield return LogTrouble.About(sheet.IsText ? "LOGF-14/too-many-cells" : "LOGF-14/beside", sheet.IsText ? Severity.Error : Severity.Notice, at, new FindingArgument("column", $"{line.Row.Beyond + 1}"));
        }
    }
}
