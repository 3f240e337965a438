using BenchmarkDotNet.Attributes;
using CsvHelper;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Csv;

namespace MigrationClean.Benchmarks;

/// <summary>Text files of 2,000 × 250: fields by CsvHelper alone, blocks cut and checked and their filled cells kept, and the whole reading.</summary>
[MemoryDiagnoser]
public class CsvReading
{
    private byte[] _csv = [];

    [GlobalSetup]
    public void Make() => _csv = MadeUpTable.Csv(2_000, 250);

    [Benchmark(Baseline = true)]
    public long FieldsByCsvHelper()
    {
        var filled = 0L;
        using var reader = CsvReader.Create(_csv, new CsvReaderOptions { Separator = ';', HasHeader = false, SkipEmptyLines = false });
        while (reader.Read())
            for (var i = 0; i < reader.FieldCount; i++)
                if (reader.GetSpan(i).Length > 0) filled++;
        return filled;
    }

    [Benchmark]
    public long CellsOfBlocks()
    {
        var filled = 0L;
        var source = new CsvSource(new MemoryStream(_csv), new() { File = "-" });
        var block = new CellBlock();
        for (; source.Fill(block); block.Clear())
        {
            source.Parse(block);
            filled += block.CellCount;
        }

        return filled;
    }

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public RawExport Export(int threads) => ExportReader.Read(InputFile.FromStream("-", () => new MemoryStream(_csv)), new() { Threads = threads });
}
