using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Benchmarks;

/// <summary>Workbooks of 2,000 × 250: inflating alone, finding cells by the scan and by the XML reader, and the whole reading.</summary>
[MemoryDiagnoser]
public class WorkbookScan
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private byte[] _workbook = [];

    [GlobalSetup]
    public void Make() => _workbook = MadeUpTable.Workbook(2_000, 250);

    [Benchmark]
    public long InflateAlone()
    {
        using var zip = new ZipArchive(new MemoryStream(_workbook));
        using var part = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var length = 0L;
        for (int read; (read = part.Read(_buffer)) > 0;) length += read;
        return length;
    }

    [Benchmark(Baseline = true)]
    public long CellsByScan() => Cells(static (workbook, location) =>
        new ScannedSheet(workbook.Parts.Open(workbook.Sheets[0].Part), new(workbook), workbook.Shared, location));

    [Benchmark]
    public long CellsByXmlReader() => Cells(static (workbook, location) =>
        new XmlSheet(new(workbook.Parts, workbook.Sheets[0].Part), new(workbook), workbook.Shared, location));

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public RawExport Export(int threads) => ExportReader.Read(InputFile.FromStream("-", () => new MemoryStream(_workbook)), new() { Threads = threads });

    private long Cells(Func<Workbook, Location, IBlockSource> open)
    {
        using var parts = new ZipParts(new MemoryStream(_workbook), "-", 1);
        var source = open(Workbook.Open(parts), new() { File = "-" });
        var block = new CellBlock();
        var cells = 0L;
        for (; source.Fill(block); block.Clear())
        {
            source.Parse(block);
            cells += block.CellCount;
        }

        return cells;
    }
}
