using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Diagnostics;
using MigrationClean.Writing.Corrected;
using static MigrationClean.Tests.Writing.Corrected.Correcting;

namespace MigrationClean.Tests.Writing.Corrected;

public sealed class CorrectedCsvTests
{
    private const string Plain = "_uuid,age,note\r\nu1,31,\"a, b\"\nu2,,x\r\nu3,7,\"two\nlines\"\n";

    [Fact]
    public void An_edited_cell_is_all_that_changes() =>
        Assert.Equal(Plain.Replace(",31,", ",32,", StringComparison.Ordinal), Correct(Plain, [new(null, 2, 2, "32")]));

    [Fact]
    public void A_row_behind_line_ends_inside_quotes_is_found() =>
        Assert.Equal(Plain.Replace("u3,7", "u3,8", StringComparison.Ordinal), Correct(Plain, [new(null, 4, 2, "8")]));

    [Fact]
    public void A_value_is_quoted_where_it_has_to_be() =>
        Assert.Equal(
            "_uuid,age,note\r\nu1,31,b\nu2,\"1,5\",\"say \"\"x\"\"\"\r\nu3,7,\"two\nlines\"\n",
            Correct(Plain, [new(null, 2, 3, "b"), new(null, 3, 2, "1,5"), new(null, 3, 3, "say \"x\"")]));

    [Fact]
    public void A_blanked_cell_is_an_empty_field() =>
        Assert.Equal(Plain.Replace(",31,", ",,", StringComparison.Ordinal), Correct(Plain, [new(null, 2, 2, null)]));

    [Fact]
    public void A_record_of_one_field_never_becomes_an_empty_line() =>
        Assert.Equal("_uuid\r\"\"\n", Correct("_uuid\ru1\n", [new(null, 2, 1, null)]));

    [Fact]
    public void A_file_that_quotes_everything_goes_on_to() =>
        Assert.Equal(
            "\"_uuid\";\"age\";\"note\"\n\"u1\";\"32\";\"\"\n\"u2\";\"\";\"a;b\"\n",
            Correct("\"_uuid\";\"age\";\"note\"\n\"u1\";\"31\";\"a;b\"\n\"u2\";\"\";\"c\"\n", [new(null, 2, 2, "32"), new(null, 2, 3, null), new(null, 3, 3, "a;b")]));

    [Fact]
    public void A_removed_row_takes_its_line_end_along() =>
        Assert.Equal("_uuid,age,note\r\nu1,31,\"a, b\"\nu3,8,\"two\nlines\"\n", Correct(Plain, [new(null, 4, 2, "8")], new RowRemoval(null, 3)));

    [Fact]
    public void A_file_without_line_end_at_its_end_stays_so() =>
        Assert.Equal("_uuid,a\nu1,12", Correct("_uuid,a\nu1,1\nu2,2\nu3,3", [new(null, 2, 2, "12")], new(null, 3), new(null, 4)));

    [Fact]
    public void A_short_row_is_filled_up_to_the_edited_column() =>
        Assert.Equal("_uuid,a,b,c,d\nu1,1,,x,y\nu2\n", Correct("_uuid,a,b,c,d\nu1,1\nu2\n", [new(null, 2, 4, "x"), new(null, 2, 5, "y"), new(null, 3, 4, null)]));

    [Fact]
    public void A_separator_hint_counts_as_a_row() =>
        Assert.Equal("sep=|\r\n_uuid|a\r\nu1|2\r\n", Correct("sep=|\r\n_uuid|a\r\nu1|1\r\n", [new(null, 3, 2, "2")]));

    [Fact]
    public void Byte_order_mark_and_lone_carriage_returns_stay() =>
        Assert.Equal("\uFEFF\"_uuid\"\t\"a\"\ru1\t2\ru2\t3\r", Correct("\uFEFF\"_uuid\"\t\"a\"\ru1\t1\ru2\t3\r", [new(null, 2, 2, "2")]));

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1251", false)]
    [InlineData("koi8-r", false)]
    public void The_encoding_of_the_file_stays(string name, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] Bytes(string text) => [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        var corrected = Correct(Bytes("_uuid;имя;место\r\nu1;Айгуль;Ош\r\n"), [new(null, 2, 3, "Нарын")], encoding: hasMark ? null : name);
        Assert.Equal(Bytes("_uuid;имя;место\r\nu1;Айгуль;Нарын\r\n"), corrected);
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("windows-1252")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    public void Each_byte_of_a_one_byte_encoding_comes_back(string name)
    {
        byte[] Export(char last) => [.. "_uuid;a;b\nu1;"u8, .. Enumerable.Range(0x80, 0x80).Select(b => (byte)b), (byte)';', (byte)last, (byte)'\n'];
        Assert.Equal(Export('2'), Correct(Export('1'), [new(null, 2, 3, "2")], encoding: name));
    }

    [Fact]
    public void Records_are_cut_right_wherever_a_buffer_ends()
    {
        var text = new StringBuilder("_uuid,a,b\n");
        for (var row = 2; row <= 9000; row++) text.Append(CultureInfo.InvariantCulture, $"u{row},\"{new string('"', 2 * (row % 30))}\n\",{row}\r\n");
        Assert.Equal(
            text.ToString().Replace(",9000\r\n", ",x\r\n", StringComparison.Ordinal).Replace(",4500\r\n", ",4500,\"\"\"\"\r\n", StringComparison.Ordinal),
            Correct(text.ToString(), [new(null, 9000, 3, "x"), new(null, 4500, 4, "\"")]));
    }

    [Fact]
    public void A_letter_that_the_encoding_lacks_is_refused_with_its_place()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var export = Encoding.GetEncoding("windows-1251").GetBytes("_uuid;имя\r\nu1;Айгуль\r\n");
        var refusal = Assert.Throws<InputException>(() => Correct(export, [new(null, 2, 2, "Өмүрбек")], encoding: "windows-1251"));
        Assert.Equal("FILE-06/new-value", refusal.Key);
        Assert.Equal((2, 2), (refusal.Location!.Row, refusal.Location.ColumnNumber));
        Assert.DoesNotContain("мүрбек", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_or_sheet_that_is_not_there_is_never_passed_over()
    {
        Assert.Throws<InvalidOperationException>(() => Correct(Plain, [new(null, 9, 1, "x")]));
        Assert.Throws<InvalidOperationException>(() => Correct(Plain, [], new RowRemoval(null, 9)));
        Assert.Throws<InvalidOperationException>(() => Correct(Plain, [new("main", 2, 1, "x")]));
        Assert.Throws<ArgumentException>(() => Correct(Plain, [new(null, 2, 1, "x"), new(null, 2, 1, "y")]));
    }

    [Fact]
    public void Any_text_without_edits_keeps_its_bytes() =>
        Prop.ForAll(Texts(), text => Correct(text, []) == text && Correct(text, [], []) == text).QuickCheckThrowOnFailure();

    [Fact]
    public void Reading_the_corrected_text_shows_the_edits_and_nothing_else() =>
        Prop.ForAll(Texts(), Values(), (text, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            if (Cells(Read(bytes)) is not { Count: > 0 } before) return true;
            var place = before.Keys.ElementAt(value.Length % before.Count);
            var corrected = Correct(bytes, [new(null, place.Row, place.Column, value)]);
            before[place] = value;
            if (value.Length == 0) before.Remove(place);
            return before.OrderBy(p => p.Key).SequenceEqual(Cells(Read(corrected)).OrderBy(p => p.Key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_edit_taken_back_gives_the_same_bytes() =>
        Prop.ForAll(SoundTexts(), Values(), (text, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var before = Cells(Read(bytes));
            var place = before.Keys.ElementAt(value.Length % before.Count);
            var corrected = Correct(bytes, [new(null, place.Row, place.Column, value)]);
            return Correct(corrected, [new(null, place.Row, place.Column, before[place])]).AsSpan().SequenceEqual(bytes);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Removing_a_row_leaves_the_others() =>
        Prop.ForAll(Texts().Filter(static t => !t.Contains('\r', StringComparison.Ordinal)), ArbMap.Default.ArbFor<PositiveInt>(), (text, number) =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var sheet = Read(bytes).Sheets[0];
            if (sheet.RowCount == 0) return true;
            var gone = number.Get % sheet.RowCount;
            var left = Read(Correct(bytes, [], [new(null, sheet.Places.RowNumber(gone))])).Sheets[0];
            return left.RowCount == sheet.RowCount - 1
                && Enumerable.Range(0, left.RowCount).All(r => Enumerable.Range(0, left.Columns.Length).All(c =>
                    left.Columns[c].TextAt(r) == sheet.Columns[c].TextAt(r < gone ? r : r + 1)));
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Values() => Gen.Elements("", "7", "a,b", "\"", "x\ny", "ө", " ", "=1", "\r", "a;b").ToArbitrary();

    // Anything that separates, quotes or ends lines, below a header that is sound.
    private static Arbitrary<string> Texts() =>
        Gen.Elements(",", ",", "a", "b", "\"", "\"\"", "\"c,d\"", "\n", "\r\n", "\r", "ж", " ").ListOf()
            .Select(parts => $"_uuid,a,b\n{string.Concat(parts)}").Where(IsReadable).ToArbitrary();

    // Each cell is quoted only where it has to be, or all are.
    private static Arbitrary<string> SoundTexts() =>
        (from isQuoted in ArbMap.Default.GeneratorFor<bool>()
         from rows in Gen.Elements("", "a", "b,c", "d\"e", "f\r\ng", "ж").ArrayOf(2).NonEmptyListOf()
         from end in Gen.Elements("\n", "\r\n")
         select string.Concat(rows.Prepend(["a", "b"]).Select((cells, i) => string.Join(',', cells.Prepend(i == 0 ? "_uuid" : $"u{i}").Select(c => Field(c, isQuoted))) + end))).ToArbitrary();

    private static string Field(string text, bool isQuoted) =>
        isQuoted || text.AsSpan().IndexOfAny(",\"\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static bool IsReadable(string text)
    {
        try
        {
            Read(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
