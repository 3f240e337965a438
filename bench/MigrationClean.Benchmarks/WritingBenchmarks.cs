using BenchmarkDotNet.Attributes;
using MigrationClean.Writing;

namespace MigrationClean.Benchmarks;

/// <summary>Writing a clean table of 10,000 × 250 as CSV and as a workbook, by threads.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks : IDisposable
{
    private readonly MemoryStream _stream = new(64 << 20);
    private OutputTable _table = null!;

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Make() => _table = MadeTable.Of(rows: 10_000, columns: 250);

    [GlobalCleanup]
    public void Dispose()
    {
        _stream.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public long Csv()
    {
        _stream.SetLength(0);
        CsvWriter.Write(_table, _stream, new(), Threads);
        return _stream.Length;
    }

    [Benchmark]
    public long Xlsx()
    {
        _stream.SetLength(0);
        XlsxWriter.Write([new("main", _table)], _stream, Threads);
        return _stream.Length;
    }
}
