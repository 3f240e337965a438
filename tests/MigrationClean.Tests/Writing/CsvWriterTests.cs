using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Anonymisation;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class CsvWriterTests
{
    [Fact]
    public void Cells_are_quoted_only_where_they_have_to_be()
    {
        var text = Written(OutputTable.Of(MadeRelease.Small().Tables[0]));

        Assert.Equal(
            """
            _index,sex,age_band,remark,income,day
            1,female,20-24,'=1+1,100,2024-03-05
            2,male,25-29,-5,12.50,2024-03-06
            3,,20-24,"a ""quoted"", text",1234567890123456,
            4,female,," blank
            line ",,2024-12-31

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void Codes_and_numbers_are_never_guarded_but_headers_are()
    {
        var table = MadeRelease.Table("t", ("=code", ValueKind.Code, ["-x", "=y"]), ("n", ValueKind.Number, ["-5", "+6"]));
        Assert.Equal("'=code,n\n-x,-5\n=y,+6\n", Written(table));
    }

    [Fact]
    public void Touched_cells_are_counted_with_their_headers()
    {
        var table = MadeRelease.Table("t", ("-h", ValueKind.Text, ["=1", "=1", "a", null, "-5"]));
        using var stream = new MemoryStream();
        Assert.Equal(3, CsvWriter.Write(table, stream, new()));
        Assert.Equal(4, CsvWriter.Write(table, stream, new() { Guard = CsvGuard.Strict }));
        Assert.Equal(0, CsvWriter.Write(table, stream, new() { Guard = CsvGuard.Off }));
    }

    [Fact]
    public void Options_choose_mark_row_ends_and_separator()
    {
        var table = MadeRelease.Table("t", ("a", ValueKind.Text, ["x;y", "x,y"]), ("b", ValueKind.Text, ["1", null]));
        var bytes = Bytes(table, new() { Bom = true, CrLf = true, Separator = ';' });
        Assert.Equal("\uFEFFa;b\r\n\"x;y\";1\r\nx,y;\r\n", Encoding.UTF8.GetString(bytes));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
    }

    [Fact]
    public void A_blank_row_of_a_single_column_is_not_an_empty_line() =>
        Assert.Equal("a\n\"\"\nx\n", Written(MadeRelease.Table("t", ("a", ValueKind.Text, [null, "x"]))));

    [Fact]
    public void A_table_without_rows_has_its_header() => Assert.Equal("a,b\n", Written(MadeRelease.Table("t", ("a", ValueKind.Text, []), ("b", ValueKind.Code, []))));

    [Fact]
    public void Reading_back_gives_what_was_written()
    {
        char[] alphabet = ['a', 'ө', ',', ';', '"', '\r', '\n', ' ', '\t', '=', '\'', '5'];
        var cell = Gen.Elements(alphabet).ArrayOf().Select(c => new string(c));
        var rows = Gen.Two(cell).NonEmptyListOf().ToArbitrary();
        Prop.ForAll(rows, made =>
        {
            var table = MadeRelease.Table("t", ("a", ValueKind.Text, [.. made.Select(r => r.Item1)]), ("b", ValueKind.Text, [.. made.Select(r => r.Item2)]));
            var read = CsvText.Read(Written(table)).Skip(1).Select(r => (FormulaGuard.Undo(r[0]), FormulaGuard.Undo(r[1])));
            return read.SequenceEqual(made.Select(r => (r.Item1, r.Item2)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var table = Wide(rows: 20_000);
        var one = Bytes(table, new(), threads: 1);
        Assert.Equal(one, Bytes(table, new(), threads: 2));
        Assert.Equal(one, Bytes(table, new(), threads: 5));
        Assert.Equal(20_001, CsvText.Read(Encoding.UTF8.GetString(one)).Count);
    }

    [Fact]
    public void A_row_costs_next_to_no_allocation()
    {
        var (small, large) = (Wide(rows: 4_000), Wide(rows: 40_000));
        CsvWriter.Write(small, Stream.Null, new());
        var growth = Allocated(large) - Allocated(small);
        Assert.InRange(growth / 36_000, -64, 64);

        static long Allocated(OutputTable table)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            CsvWriter.Write(table, Stream.Null, new());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_stream_that_fails_ends_the_work_with_its_own_error(int threads)
    {
        using var full = new FullStream(100_000);
        Assert.Throws<IOException>(() => CsvWriter.Write(Wide(rows: 20_000), full, new(), threads));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelling_ends_the_work(int threads)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CsvWriter.Write(Wide(rows: 20_000), Stream.Null, new(), threads, cancelled.Token));
    }

    internal static OutputTable Wide(int rows) => MadeRelease.Table(
        "wide",
        ("id", ValueKind.Number, [.. Enumerable.Range(1, rows).Select(i => i.ToString())]),
        ("sex", ValueKind.Code, [.. Enumerable.Range(0, rows).Select(i => i % 7 == 0 ? null : i % 2 == 0 ? "female" : "male")]),
        ("text", ValueKind.Text, [.. Enumerable.Range(0, rows).Select(i => i % 3 == 0 ? $"=үй {i}, \"{i}\"" : null)]));

    private static string Written(OutputTable table) => Encoding.UTF8.GetString(Bytes(table, new()));

    private static byte[] Bytes(OutputTable table, CsvOptions options, int threads = 1)
    {
        using var stream = new MemoryStream();
        CsvWriter.Write(table, stream, options, threads);
        return stream.ToArray();
    }

    private sealed class FullStream(long room) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (Length + buffer.Length > room) throw new IOException("No room.");
            base.Write(buffer);
        }
    }
}
