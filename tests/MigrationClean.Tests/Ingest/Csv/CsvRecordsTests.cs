using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Csv;

namespace MigrationClean.Tests.Ingest.Csv;

public sealed class CsvRecordsTests : IDisposable
{
    private static readonly CsvDialect Dialect = new((byte)';', (byte)'\n');
    private readonly TemporaryFolder _folder = new();

    private static readonly Gen<string> Field = Gen.OneOf(
        Gen.Elements("", "1", "ооба", "a;b", "two\nlines", "say \"so\"", "\"", "x\r\ny"),
        Gen.Choose(1, 90).Select(n => new string('z', n)));

    private static readonly Arbitrary<string[][]> Tables = Field.ArrayOf(3).Where(r => r.Any(f => f.Length > 0)).ArrayOf().ToArbitrary();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Written_tables_are_read_back() => Prop.ForAll(Tables, table =>
    {
        var block = Block(Written(table));
        return block.Quotes.AreSound && Parsed(block, CsvRecords.Parse).SequenceEqual(table.Select(r => string.Join('¦', r)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fast_and_exact_parser_agree_on_sound_text() => Prop.ForAll(Tables, table =>
        Parsed(Block(Written(table)), CsvRecords.Parse).SequenceEqual(Parsed(Block(Written(table)), CsvRecords.ParseAny))).QuickCheckThrowOnFailure();

    [Fact]
    public void Quotes_are_sound_only_beside_separators_and_record_ends() => Prop.ForAll(
        Gen.Elements("\"", ";", "\n", "a", "\"\"").ArrayOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            var exact = Block(text);
            CsvRecords.ParseAny(exact, Dialect);
            var scan = Block(text).Quotes;
            return scan.AreSound == (exact.BrokenQuotes.Count == 0) || (scan.AreOpen && exact.Trouble is not null);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Table_of_many_blocks_reads_the_same_with_any_number_of_workers(int threads)
    {
        var text = new StringBuilder("\"_id\";\"_uuid\";\"sex\";\"note\"\r\n");
        for (var i = 0; i < 60_000; i++)
        {
            var note = i % 7 == 0 ? $"line {i}\nand \"\"more\"\"" : "";
            text.Append(null, $"\"{i}\";\"uuid-{i * 7919L:x12}\";\"{(i % 3 == 0 ? "female" : "male")}\";\"{note}\"\r\n");
        }

        var sheet = _folder.Csv(text.ToString(), threads: threads);
        var one = _folder.Csv(text.ToString());
        Assert.Equal(60_000, sheet.RowCount);
        for (var i = 0; i < sheet.RowCount; i += 997)
            Assert.Equal([$"{i}", $"uuid-{i * 7919L:x12}", i % 3 == 0 ? "female" : "male", i % 7 == 0 ? $"line {i}\nand \"more\"" : ""], sheet.Row(i));
        foreach (var (column, expected) in sheet.Columns.Zip(one.Columns))
        {
            Assert.Equal(expected.CodesOfAllRows(), column.CodesOfAllRows());
            Assert.Equal(Enumerable.Range(0, expected.ValueCount).Select(expected.Text), Enumerable.Range(0, column.ValueCount).Select(column.Text));
        }

        Assert.Equal(60_001, sheet.Places.RowNumber(59_999));
        Assert.Equal(60_001 + (59_999 / 7) + 1, sheet.Places.LineNumber(59_999));
        Assert.False(sheet.Columns[1].HasDistinctCodes);
    }

    [Fact]
    public void First_trouble_in_the_file_is_told_whatever_the_number_of_workers()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => i % 60_000 == 59_999 ? $"{i},a\0b\n" : $"{i},abc\n"));
        foreach (var threads in new[] { 1, 2, 4 })
        {
            var refusal = Assert.Throws<MigrationClean.Diagnostics.InputException>(() => _folder.Csv("_id,a\n" + text, threads: threads));
            Assert.Equal(("FILE-06/nul", 60_001), (refusal.Key, refusal.Location!.Row));
        }
    }

    [Fact]
    public void Record_longer_than_a_block_is_read()
    {
        var longText = string.Concat(Enumerable.Repeat("ab \"\"c\"\"\n", 90_000));
        var sheet = _folder.Csv($"_id,a\n1,\"{longText}\"\n2,b\n", threads: 2);
        Assert.Equal(longText.Replace("\"\"", "\"", StringComparison.Ordinal), sheet.Columns[1].TextAt(0));
        Assert.Equal(["2", "b"], sheet.Row(1));
    }

    private static string Written(string[][] table) => string.Concat(table.Select(r => string.Join(';', r.Select(Quoted)) + "\r\n"));

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(";\"\r\n") || field.Length % 2 == 0 ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static CellBlock Block(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new() { Bytes = bytes, Length = bytes.Length, Quotes = QuoteScan.Of(bytes, Dialect.Separator, Dialect.LineEnd) };
    }

    private static IEnumerable<string> Parsed(CellBlock block, Action<CellBlock, CsvDialect> parse)
    {
        parse(block, Dialect);
        for (var row = 0; row < block.RowCount; row++)
        {
            var fields = new string[block.Rows[row].Fields];
            Array.Fill(fields, "");
            foreach (var cell in block.CellsOf(row)) fields[cell.Column] = Encoding.UTF8.GetString(block.Utf8(cell));
            yield return string.Join('¦', fields);
        }
    }
}
