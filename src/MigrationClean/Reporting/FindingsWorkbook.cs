using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;

namespace MigrationClean.Reporting;

/// <summary>
/// The findings as a workbook for people: frozen header, filter, severities in colour and as words. Holds answers: for <c>restricted/</c>
/// alone.
/// </summary>
public static class FindingsWorkbook
{
    /// <summary>Findings beyond this are in the CSV file alone: a workbook of hundreds of thousands of rows opens on no laptop.</summary>
    public const int MostRows = 20_000;

    private const int LongestCell = 32_767;
    private const double NarrowWidth = 12;
    private static readonly CellLook Plain = new() { Wraps = false, StaysText = false };
    private static readonly ImmutableArray<string> SeverityFills = ["F8CBC6", "FFE6A8", "D6E8F7", "EEEEEE"];

    private static readonly Dictionary<string, double> Widths = new(StringComparer.Ordinal)
    {
        ["finding_id"] = 18,
        ["check"] = 26,
        ["submission"] = 38,
        ["group_key"] = 38,
        ["question"] = 22,
        ["label"] = 40,
        ["value"] = 24,
        ["value_label"] = 24,
        ["expected"] = 20,
        ["message"] = 70,
        ["related_submission"] = 38,
        ["file"] = 24,
        ["sheet"] = 18,
        ["column"] = 28,
    };

    /// <summary>
    /// Writes the workbook: every cell is text, so that leading zeros and long digits survive, and none is a formula. The stream stays
    /// open.
    /// </summary>
    public static void Write(FindingsTable table, Stream output) => Write(table, output, MostRows);

    /// <summary>As the other, with another limit.</summary>
    internal static void Write(FindingsTable table, Stream output, int mostRows)
    {
        PaperWorkbook.Write(
            [
                new()
                {
                    Name = table.SheetName,
                    Columns = [.. FindingsTable.Columns.Select(ColumnOf)],
                    Header = Plain with { IsBold = true },
                    Rows = RowsOf(table, mostRows),
                    HasFilter = true,
                },
            ],
            [],
            output);
    }

    private static IEnumerable<PaperRow> RowsOf(FindingsTable table, int mostRows)
    {
        foreach (var (severity, cells) in table.Rows().Take(mostRows))
        {
            for (var column = 0; column < cells.Length; column++) cells[column] = Fitting(cells[column]);
            yield return new(cells, ToneOf(severity));
        }

        if (table.RowCount > mostRows) yield return new([.. FindingsTable.Columns.Select(name => name == "message" ? table.MoreThan(mostRows) : "")]);
    }

    private static PaperColumn ColumnOf(string name) => new(name, Widths.GetValueOrDefault(name, NarrowWidth), Plain)
    {
        IsNumber = name == "row",
        Tones = name == "severity" ? [.. SeverityFills.Select(fill => Plain with { Fill = fill })] : [],
    };

    // XML 1.0 and the format's limit: what a cell cannot hold is shown as a question mark, or cut. The CSV file has it whole.
    private static string Fitting(string text)
    {
        var fitting = text.Length > LongestCell ? text[..LongestCell] : text;
        if (!fitting.AsSpan().ContainsAnyExceptInRange(' ', '\uD7FF')) return fitting;
        return string.Concat(fitting.EnumerateRunes().Select(rune => FindingText.IsXml(rune) ? rune.ToString() : "?"));
    }

    // Tones of SeverityFills, from 1.
    private static int ToneOf(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        Severity.Notice => 3,
        _ => 4,
    };
}
