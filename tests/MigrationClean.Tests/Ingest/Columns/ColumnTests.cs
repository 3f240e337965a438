using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Tests.Ingest.Columns;

public sealed class ColumnTests
{
    // Small counts of short values, long ones, and blanks: what columns of surveys look like.
    private static readonly Gen<string?> Cell = Gen.Frequency(
        (3, Gen.Elements<string?>("1", "0", "yes", "no", "жок", "ооба")),
        (2, Gen.Constant<string?>(null)),
        (1, Gen.Constant<string?>("")),
        (2, ArbMap.Default.GeneratorFor<int>().Select(n => (string?)n.ToString())),
        (1, ArbMap.Default.GeneratorFor<NonEmptyString>().Select(s => (string?)Valid(s.Get))),
        (1, Gen.Choose(1, 40).Select(n => (string?)string.Concat(Enumerable.Repeat("узун текст ", n)))));

    private static readonly Arbitrary<string?[]> Cells = Cell.ArrayOf().ToArbitrary();

    [Fact]
    public void Column_gives_back_the_texts_it_was_made_of() => Holds(cells => Texts(Column.FromTexts(cells)).SequenceEqual(Plain(cells)));

    [Fact]
    public void Equal_texts_share_a_code_and_different_ones_do_not() => Holds(cells =>
    {
        var column = Column.FromTexts(cells);
        var codes = column.CodesOfAllRows();
        return column.HasDistinctCodes
            && Enumerable.Range(0, cells.Length).All(i => Enumerable.Range(0, i).All(j => codes[i] == codes[j] == (Plain(cells)[i] == Plain(cells)[j])));
    });

    [Fact]
    public void Codes_are_given_in_order_of_first_appearance() => Holds(cells =>
    {
        var column = Column.FromTexts(cells);
        var distinct = Plain(cells).Where(t => t.Length > 0).Distinct().ToList();
        return Enumerable.Range(1, column.ValueCount - 1).Select(column.Text).SequenceEqual(distinct);
    });

    [Fact]
    public void Counts_by_code_equal_counts_of_texts() => Holds(cells =>
    {
        var column = Column.FromTexts(cells);
        var counts = column.CountByCode();
        return Enumerable.Range(0, column.ValueCount).All(code => counts[code] == Plain(cells).Count(t => t == column.Text(code)));
    });

    [Fact]
    public void Mapped_values_equal_mapped_texts() => Holds(cells =>
    {
        static string? Rewrite(string text) => text.Length % 3 == 0 ? null : text.EnumerateRunes().First().ToString();
        var mapped = Column.FromTexts(cells).MapValues(Rewrite);
        var twice = mapped.MapValues(t => t + t);
        return Texts(mapped).SequenceEqual(Plain(cells).Select(t => t.Length == 0 ? "" : Rewrite(t) ?? ""))
            && Texts(twice).SequenceEqual(Texts(mapped).Select(t => t + t));
    });

    [Fact]
    public void Selected_rows_are_the_rows_of_the_list() => Holds(cells =>
    {
        if (cells.Length == 0) return true;
        var rows = Enumerable.Range(0, cells.Length * 2).Select(i => i % 5 == 4 ? -1 : (i * 7) % cells.Length).ToArray();
        var plain = Plain(cells);
        return Texts(Column.FromTexts(cells).SelectRows(rows)).SequenceEqual(rows.Select(r => r < 0 ? "" : plain[r]));
    });

    [Fact]
    public void Columns_below_each_other_hold_all_rows() => Holds(cells =>
    {
        var upper = Column.FromTexts(cells);
        var lower = upper.MapValues(t => "x" + t);
        return Texts(Column.Concat([upper, lower, upper])).SequenceEqual([.. Texts(upper), .. Texts(lower), .. Texts(upper)]);
    });

    [Theory]
    [InlineData(200)]
    [InlineData(300)]
    [InlineData(70_000)]
    [InlineData(150_000)]
    public void Columns_of_any_number_of_different_values_keep_them(int values)
    {
        // Every value occurs twice, so that the column does not turn unique and codes need one, two and four bytes.
        var texts = Enumerable.Range(0, values).SelectMany(i => new[] { $"value {i}", i % 2 == 0 ? null : $"value {i / 2}" }).ToList();
        var column = Column.FromTexts(texts);
        Assert.Equal(texts.Select(t => t ?? ""), Texts(column));
        Assert.Equal(values + 1, column.ValueCount);
        Assert.True(column.HasDistinctCodes);
    }

    [Fact]
    public void Column_of_different_values_stops_looking_them_up_and_keeps_them()
    {
        var texts = Enumerable.Range(0, 20_000).Select(i => i % 100 == 99 ? "again" : $"{i:x8}-{i * 31:x8}").ToList();
        var column = Column.FromTexts(texts);
        Assert.False(column.HasDistinctCodes);
        Assert.Equal(texts, Texts(column));
        Assert.Equal(texts.Select(t => t.ToUpperInvariant()), Texts(column.MapValues(t => t.ToUpperInvariant())));
        Assert.Equal([.. texts, .. texts], Texts(Column.Concat([column, column])));
        Assert.Equal([texts[19_999], "", texts[0]], Texts(column.SelectRows([19_999, -1, 0])));
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void Values_longer_than_a_chunk_are_kept_beside_short_ones(int length)
    {
        string[] texts = ["a", new('b', length), "c", new('d', length + 1), new('e', length), "f", new('g', 60_000), new('h', 6_000), "i"];
        Assert.Equal(texts, Texts(Column.FromTexts(texts)));
        Assert.Equal(texts.Reverse(), Texts(Column.FromTexts(texts.Reverse())));
    }

    [Fact]
    public void Codes_of_part_of_the_rows_are_those_of_the_whole()
    {
        var column = Column.FromTexts(Enumerable.Range(0, 30_000).Select(i => i % 3 == 0 ? null : $"{i % 1000}"));
        var all = column.CodesOfAllRows();
        foreach (var (first, length) in new[] { (0, 1), (8191, 2), (8000, 20_000), (29_999, 1) })
        {
            var part = new int[length];
            column.CopyCodes(first, part);
            Assert.Equal(all[first..(first + length)], part);
            Assert.Equal(all[first], column.CodeAt(first));
        }
    }

    [Fact]
    public void Blank_column_has_rows_and_no_value()
    {
        var column = Column.Blank(10_000);
        Assert.True(column.IsBlank);
        Assert.Equal(10_000, column.RowCount);
        Assert.Equal("", column.TextAt(9_999));
        Assert.Equal([10_000], column.CountByCode());
    }

    [Fact]
    public void Row_outside_the_table_is_a_mistake_of_ours() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Column.FromTexts(["a"]).CodeAt(1));

    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static List<string> Plain(IEnumerable<string?> cells) => [.. cells.Select(c => c ?? "")];

    private static IEnumerable<string> Texts(Column column) => Enumerable.Range(0, column.RowCount).Select(column.TextAt);

    private static void Holds(Func<string?[], bool> property) => Prop.ForAll(Cells, property).QuickCheckThrowOnFailure();
}
