using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Csv;

namespace MigrationClean.Tests.Ingest.Csv;

public sealed class CsvReadingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Kobo_file_reads_as_it_was_written()
    {
        var sheet = _folder.Csv("\"_id\";\"name\";\"note\"\r\n\"1\";\"Айгүл \"\"А\"\"\";\"two\nlines; and more\"\r\n\"2\";\"\";\"\"\r\n");
        Assert.Equal(["_id", "name", "note"], sheet.Headers.ToArray());
        Assert.Equal(["1", "Айгүл \"А\"", "two\nlines; and more"], sheet.Row(0));
        Assert.Equal(["2", "", ""], sheet.Row(1));
        Assert.Equal((3, 4), (sheet.Places.RowNumber(1), sheet.Places.LineNumber(1)));
    }

    [Theory]
    [InlineData(';')]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Separator_is_told_from_the_header(char separator)
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", $"start{separator}\"How many, roughly? | a; b\"{separator}_id\nx{separator}1{separator}2\n"));
        Assert.Equal(separator, export.Separator);
        Assert.Equal(["x", "1", "2"], export.Sheets[0].Row(0));
    }

    [Fact]
    public void File_of_one_column_is_read()
    {
        var sheet = _folder.Csv("name\na\nb\n");
        Assert.Equal(["name"], sheet.Headers.ToArray());
        Assert.Equal([["a"], ["b"]], sheet.Rows());
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Every_line_end_ends_a_record(string end)
    {
        var sheet = _folder.Csv($"_id,b{end}1,2{end}{end}3,\"x{end}y\"{end}5,6");
        Assert.Equal([["1", "2"], ["3", $"x{end}y"], ["5", "6"]], sheet.Rows());
        Assert.Equal([2, 4, 5], Enumerable.Range(0, 3).Select(sheet.Places.RowNumber));
        Assert.Equal([2, 4, 6], Enumerable.Range(0, 3).Select(sheet.Places.LineNumber));
    }

    [Fact]
    public void Excels_hint_of_the_separator_is_no_header()
    {
        var sheet = _folder.Csv("sep=|\r\na|b\r\n1|2\r\n");
        Assert.Equal(["a", "b"], sheet.Headers.ToArray());
        Assert.Equal(3, sheet.Places.RowNumber(0));
    }

    [Fact]
    public void Unicode_is_read_by_its_byte_order_mark()
    {
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            var sheet = _folder.Csv("_id,өң\n1,Үй 🏠\n", encoding);
            Assert.Equal(["_id", "өң"], sheet.Headers.ToArray());
            Assert.Equal(["1", "Үй 🏠"], sheet.Row(0));
        }
    }

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("ibm866")]
    public void Other_encoding_is_named_in_the_refusal_and_read_on_request(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = _folder.Text("a.csv", "_id,область\n1,Жалал-Абад, родной дом далеко\n", Encoding.GetEncoding(name));
        var refusal = Assert.Throws<InputException>(() => TemporaryFolder.Export(file));
        Assert.Equal("FILE-06", refusal.Key);
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, refusal.Location!.Row);
        foreach (var asked in new[] { name, "auto" })
        {
            var export = TemporaryFolder.Export(file, encoding: asked);
            Assert.Equal(["_id", "область"], export.Sheets[0].Headers.ToArray());
            Assert.Equal("FILE-06", export.Findings[0].Check.Code);
        }
    }

    [Theory]
    [InlineData("windows-1251", "Место рождения: ОШСКАЯ ОБЛАСТЬ, ГОРОД УЗГЕН")]
    [InlineData("koi8-r", "Место рождения: ОШСКАЯ ОБЛАСТЬ, ГОРОД УЗГЕН")]
    [InlineData("ibm866", "МЕСТО РОЖДЕНИЯ: ОШСКАЯ ОБЛАСТЬ, ГОРОД УЗГЕН")]
    [InlineData("windows-1251", "ИМЯ И ФАМИЛИЯ РЕСПОНДЕНТА")]
    [InlineData("koi8-r", "ИМЯ И ФАМИЛИЯ РЕСПОНДЕНТА")]
    [InlineData("koi8-r", "имя и фамилия респондента")]
    [InlineData("windows-1251", "Айылдын аты, жашоочу жери")]
    [InlineData("windows-1252", "município, área, não, população São José")]
    public void Encoding_is_guessed_by_the_letters(string name, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Assert.Equal(name, EncodingGuess.Of(Encoding.GetEncoding(name).GetBytes($"_id,{text}\n")));
    }

    [Fact]
    public void Guess_without_a_word_to_check_it_by_says_where_to_look()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = _folder.Text("a.csv", "_id,village\n1,Кара-Суу\n", Encoding.GetEncoding("windows-1251"));
        Assert.Equal("guessed-unseen", TemporaryFolder.Export(file, encoding: "auto").Findings.Single().Variant);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Unicode_without_its_mark_is_named_in_the_refusal_and_read_on_request(string name)
    {
        var file = _folder.Bytes("a.csv", Encoding.GetEncoding(name).GetBytes("_id,область,village\n1,Жалал-Абад,Сузак\n"));
        var refusal = Assert.Throws<InputException>(() => TemporaryFolder.Export(file));

        Assert.Equal("FILE-06/utf16", refusal.Key);
        Assert.Contains($" {name} ", refusal.Message, StringComparison.Ordinal);
        foreach (var asked in new[] { name, "auto" })
            Assert.Equal(["1", "Жалал-Абад", "Сузак"], TemporaryFolder.Export(file, encoding: asked).Sheets[0].Row(0));
    }

    [Fact]
    public void File_that_is_utf8_stays_so_whatever_encoding_was_asked_for()
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", "_id,область\n1,Ош\n"), encoding: "windows-1251");
        Assert.Equal("область", export.Sheets[0].Headers[1]);
        Assert.Empty(export.Findings);
    }

    [Fact]
    public void Mixed_encodings_are_refused_with_their_place()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] bytes = [.. "_id,область\n1,Бишкек\n"u8, .. Encoding.GetEncoding(1251).GetBytes("2,Ош город\n")];
        var refusal = Assert.Throws<InputException>(() => TemporaryFolder.Export(_folder.Bytes("a.csv", bytes)));
        Assert.Equal(("FILE-06/mixed", 3), (refusal.Key, refusal.Location!.Row));
    }

    [Theory]
    [InlineData("FILE-06/nul", "_id,a\n1,x\0y\n")]
    [InlineData("FILE-02/empty", "\n\n\n")]
    [InlineData("FILE-04/quote", "_id,a\n1,b\n2,\"never closed\n3,c\n")]
    public void Text_that_is_no_table_is_refused(string key, string text) =>
        Assert.Equal(key, Assert.Throws<InputException>(() => _folder.Csv(text)).Key);

    [Fact]
    public void Open_quote_is_told_with_the_row_where_it_opened() =>
        Assert.Equal(3, Assert.Throws<InputException>(() => _folder.Csv("_id,a\n1,b\n2,\"never closed\n3,c\n")).Location!.Row);

    [Fact]
    public void Short_rows_are_padded_and_reported()
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", "_id,a,b\n1,2,3\n4\n5,6,7\n8,9\n"));
        Assert.Equal(["4", "", ""], export.Sheets[0].Row(1));
        var finding = Assert.Single(export.Findings);
        Assert.Equal(("FILE-07", 3), (finding.Check.Code, finding.Location.Row));
        Assert.Equal("2", finding.Arguments.Single(a => a.Name == "n").Value);
    }

    [Fact]
    public void Cells_beyond_the_header_are_counted_and_never_data()
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", "\"q\";\"_id\"\n\"a\";\"1\"\n\"b\";\"2\";\"1\"\n\"c\";\"3\";\"1\";\"1\"\n"));
        var sheet = export.Sheets[0];
        Assert.Equal((2, 3L), (sheet.Columns.Length, sheet.OverflowCells));
        Assert.Equal([1, 2], sheet.OverflowRows.ToArray());
        Assert.Equal(("FILE-11", 3), (export.Findings.Single().Check.Code, export.Findings.Single().Location.Row));
    }

    [Fact]
    public void Columns_without_a_header_at_the_end_are_overflow_too()
    {
        var sheet = _folder.Csv("_id,a,,\n1,2,,\n3,4,5,\n");
        Assert.Equal((2, 1L), (sheet.Headers.Length, sheet.OverflowCells));
        Assert.Equal([1], sheet.OverflowRows.ToArray());
    }

    [Fact]
    public void Quotes_in_wrong_places_are_text_and_reported()
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", "_id,size,b\n1,5\" pipe,x\n2,\"ab\"c,y\n3,\"fine\",z\n"));
        Assert.Equal([["1", "5\" pipe", "x"], ["2", "abc", "y"], ["3", "fine", "z"]], export.Sheets[0].Rows());
        Assert.Equal(("FILE-07/quotes", 2), (export.Findings.Single().MessageKey, export.Findings.Single().Location.Row));
    }

    [Fact]
    public void Hxl_row_is_kept_out_of_the_columns()
    {
        var sheet = _folder.Csv("adm1;_id\n#adm1+code;\nOsh;1\n");
        Assert.Equal(["#adm1+code", ""], sheet.HxlTags.ToArray());
        Assert.Equal([["Osh", "1"]], sheet.Rows());
        Assert.Equal(3, sheet.Places.RowNumber(0));
        Assert.Empty(_folder.Csv("adm1;_id\n#adm1;7\n").HxlTags.ToArray());
    }

    [Fact]
    public void Doubled_headers_stay_in_their_places()
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", "_id,note,note\n1,x,y\n"));
        Assert.Equal(["_id", "note", "note"], export.Sheets[0].Headers.ToArray());
        Assert.Equal(["1", "x", "y"], export.Sheets[0].Row(0));
        Assert.Equal("FILE-08/doubled", export.Findings.Single().MessageKey);
    }

    [Fact]
    public void Header_alone_is_a_table_without_rows() => Assert.Equal(0, _folder.Csv("_id,a\n").RowCount);

    [Fact]
    public void Hash_and_length_are_those_of_the_file()
    {
        var export = TemporaryFolder.Export(_folder.Text("a.csv", "_id,a\n1,2\n"));
        Assert.Equal(10, export.Length);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("_id,a\n1,2\n"u8)), export.Sha256);
    }
}
