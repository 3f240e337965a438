using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Ingest.Cells;

/// <summary>What is odd about a sheet's shape, as findings.</summary>
internal static class SheetFindings
{
    private static readonly CheckId Ragged = new("FILE-07", "file-ragged");
    private static readonly CheckId Header = new("FILE-08", "file-header");
    private static readonly CheckId Overflow = new("FILE-11", "file-overflow-cells");

    /// <summary>Findings about ragged rows, broken quotes, the header, and cells beyond it.</summary>
    public static ImmutableArray<Finding> Of(SheetBuilder builder, Sheet sheet)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (builder.HasHeader) AddHeader(findings, builder, sheet);
        var ragged = builder.Ragged;
        if (ragged.ShortRows > 0) findings.Add(Counted(Ragged, null, builder.Location, ragged.FirstShort, ragged.ShortRows));
        if (ragged.BrokenQuotes > 0) findings.Add(Counted(Ragged, "quotes", builder.Location, ragged.FirstBrokenQuotes, ragged.BrokenQuotes));
        if (sheet.OverflowCells > 0)
        {
            var row = sheet.OverflowRows[0];
            findings.Add(Counted(Overflow, null, builder.Location, (sheet.Places.RowNumber(row), sheet.Places.LineNumber(row)), sheet.OverflowCells));
        }

        return findings.ToImmutable();
    }

    private static void AddHeader(ImmutableArray<Finding>.Builder findings, SheetBuilder builder, Sheet sheet)
    {
        var empty = sheet.Headers.IndexOf("");
        if (empty >= 0 && !sheet.Columns[empty].IsBlank) findings.Add(About(builder, "empty", empty, sheet.Headers.Count(static h => h.Length == 0), ""));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var doubled = -1;
        var count = 0;
        for (var i = 0; i < sheet.Headers.Length; i++)
        {
            if (sheet.Headers[i].Length == 0 || seen.Add(sheet.Headers[i])) continue;
            if (count++ == 0) doubled = i;
        }

        if (doubled >= 0) findings.Add(About(builder, "doubled", doubled, count, sheet.Headers[doubled]));
        if (builder.HeaderRow > 1) findings.Add(About(builder, "row", -1, builder.HeaderRow, ""));
    }

    private static Finding About(SheetBuilder builder, string variant, int column, int count, string header) => new()
    {
        Check = Header,
        Severity = variant == "row" ? Severity.Notice : Severity.Warning,
        Variant = variant,
        Location = builder.Location with { Row = builder.HeaderRow, ColumnNumber = column < 0 ? null : column + 1, Column = header.Length == 0 ? null : header },
        Arguments = [new("n", count.ToString(CultureInfo.InvariantCulture)), new("header", header)],
    };

    private static Finding Counted(CheckId check, string? variant, Location location, (int Number, int Line) place, long count) => new()
    {
        Check = check,
        Severity = Severity.Warning,
        Variant = variant,
        Location = location with { Row = place.Number, Line = place.Line == place.Number ? null : place.Line },
        Arguments = [new("n", count.ToString(CultureInfo.InvariantCulture)), new("row", place.Number.ToString(CultureInfo.InvariantCulture))],
    };
}
