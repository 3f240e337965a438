using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Reads the sheets of a workbook.</summary>
internal static class WorkbookReading
{
    /// <summary>Reads all sheets, and says what was odd about them.</summary>
    public static (ImmutableArray<Sheet> Sheets, ImmutableArray<Finding> Findings) Read(ZipParts parts, InputLimits limits, int threads)
    {
        var workbook = Workbook.Open(parts);
        RefuseForm(workbook);
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var cells = new CellCount(limits.CellsMillion, parts);
        foreach (var listed in workbook.Sheets)
        {
            var location = new Location { File = parts.File, Sheet = listed.Name };
            var before = cells.Count;
            var builder = Scan(workbook, listed, location, cells, threads);
            if (builder is null)
            {
                cells.Count = before;
                builder = ReadXml(workbook, listed, location, cells, threads);
            }

            var sheet = builder.Build(listed.Name);
            sheets.Add(sheet);
            findings.AddRange(SheetFindings.Of(builder, sheet));
        }

        return (sheets.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>Reads a sheet by the byte scan.</summary>
    /// <returns><see langword="null"/> if the scan was not sure.</returns>
    internal static SheetBuilder? Scan(Workbook workbook, WorkbookSheet sheet, Location location, CellCount cells, int threads)
    {
        using var part = workbook.Parts.Open(sheet.Part);
        var builder = new SheetBuilder(location);
        var source = new ScannedSheet(part, new(workbook), workbook.Shared, location);
        if (!new BlockPipeline(source, builder, threads) { OnMerge = cells.Add }.Run() || source.IsUnsure) return null;
        SheetTail.Scan(source.Tail).ApplyTo(builder, workbook, sheet.Part);
        return builder;
    }

    /// <summary>Reads a sheet by the XML reader.</summary>
    internal static SheetBuilder ReadXml(Workbook workbook, WorkbookSheet sheet, Location location, CellCount cells, int threads)
    {
        using var xml = new PartXml(workbook.Parts, sheet.Part);
        var builder = new SheetBuilder(location);
        var source = new XmlSheet(xml, new(workbook), workbook.Shared, location);
        new BlockPipeline(source, builder, threads) { OnMerge = cells.Add }.Run();
        source.Tail.ApplyTo(builder, workbook, sheet.Part);
        return builder;
    }

    private static void RefuseForm(Workbook workbook)
    {
        var names = workbook.Sheets.Select(static s => s.Name.Trim().ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        if (names.Contains("SURVEY") && names.Contains("CHOICES")) throw workbook.Parts.Refused("FILE-02/form");
    }
}

/// <summary>Counts the cells of a workbook against their limit.</summary>
internal sealed class CellCount(int limitInMillions, ZipParts parts)
{
    /// <summary>Cells met so far.</summary>
    public long Count { get; set; }

    /// <summary>Counts a block's cells.</summary>
    public void Add(CellBlock block)
    {
        Count += block.CellsMet;
        if (Count > limitInMillions * 1_000_000L) throw parts.PastLimit("FILE-05/cells", limitInMillions);
    }
}
