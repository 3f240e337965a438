using System.Text;
using BenchmarkDotNet.Attributes;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Benchmarks;

/// <summary>The kernel of reading alone: 100,000 cells of one column are looked up and appended, by share of distinct values and their length.</summary>
[MemoryDiagnoser]
public class ColumnCoding
{
    private const int Rows = 100_000;
    private const int BlockRows = 256;

    private byte[][] _values = [];

    [Params(1, 10, 100)]
    public int PercentDistinct { get; set; }

    [Params("short", "long")]
    public string Length { get; set; } = "short";

    [GlobalSetup]
    public void Make()
    {
        var distinct = Rows * PercentDistinct / 100;
        _values = [.. Enumerable.Range(0, Rows).Select(i =>
        {
            var n = (int)((i * 2654435761L) % distinct);
            return Encoding.UTF8.GetBytes(Length == "short" ? $"{n}" : $"жооптун тексти, номери {n}, андан ары дагы бир нече сөз");
        })];
    }

    [Benchmark]
    public Column Column()
    {
        var builder = new ColumnBuilder();
        Span<int> codes = stackalloc int[BlockRows];
        for (var row = 0; row < Rows; row += BlockRows)
        {
            var part = codes[..Math.Min(BlockRows, Rows - row)];
            for (var i = 0; i < part.Length; i++)
            {
                var value = _values[row + i];
                var key = builder.IsUnique ? 0 : ValueKey.Of(value);
                var code = key == 0 ? -1 : builder.Find(value, key);
                part[i] = code > 0 ? code : builder.Add(value, key);
            }

            builder.Append(part);
        }

        return builder.Build();
    }

    [Benchmark(Baseline = true)]
    public int DictionaryOfStrings()
    {
        var codes = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new int[Rows];
        for (var row = 0; row < Rows; row++)
        {
            var text = Encoding.UTF8.GetString(_values[row]);
            if (!codes.TryGetValue(text, out rows[row])) codes.Add(text, rows[row] = codes.Count + 1);
        }

        return rows[^1];
    }
}
