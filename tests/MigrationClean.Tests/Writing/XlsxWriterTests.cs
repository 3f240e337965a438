using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;
using MigrationClean.Files.Xlsx;
using MigrationClean.Ingest.Columns;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class XlsxWriterTests
{
    [Fact]
    public void The_validator_of_the_format_finds_nothing()
    {
        var sheet = new XlsxSheet("main", OutputTable.Of(MadeRelease.Small().Tables[0])) { Lists = [(1, "choices!$A$2:$A$3")] };
        var workbook = Written(new XlsxSheet("README", MadeRelease.Table("r", ("Title", ValueKind.Text, ["a\nb", "=x"]))) { IsProse = true }, sheet, Choices());
        Assert.Empty(Workbooks.Problems(workbook));
        Assert.Equal(["README", "main", "choices"], Workbooks.SheetNames(workbook));
    }

    [Fact]
    public void Numbers_and_days_are_typed_and_everything_else_is_text()
    {
        var workbook = Written(new XlsxSheet("main", OutputTable.Of(MadeRelease.Small().Tables[0])), Choices());
        var cells = Workbooks.Cells(workbook, "main");
        var xml = Workbooks.Xml(workbook, "main");

        Assert.Equal("=1+1", cells["D2"]);
        Assert.Contains("r=\"D2\" s=\"3\" t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.Contains("<v>12.50</v>", Plain(xml), StringComparison.Ordinal);
        Assert.Equal("1234567890123456", cells["E4"]);
        Assert.Contains("r=\"E4\" s=\"2\" t=\"inlineStr\"", xml, StringComparison.Ordinal);
        Assert.Equal("45356", cells["F2"]);
        Assert.Contains("r=\"F2\" s=\"6\"", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("C5", cells.Keys);
    }

    [Theory]
    [InlineData("2019-Q1", "2019-Q1")]
    [InlineData("2019-03", "2019-03")]
    [InlineData("1900-02-28", "1900-02-28")]
    [InlineData("2024-03-05T10:00:00+06:00", "2024-03-05T10:00:00+06:00")]
    [InlineData("1900-03-01", "61")]
    public void A_column_of_dates_that_are_not_all_days_stays_text(string date, string cell)
    {
        var workbook = Written(new XlsxSheet("t", MadeRelease.Table("t", ("d", ValueKind.Date, [date, "2024-01-01"]))));
        Assert.Equal(cell, Workbooks.Cells(workbook, "t")["A2"]);
    }

    [Theory]
    [InlineData("01")]
    [InlineData("1e5")]
    [InlineData("+5")]
    [InlineData("5.")]
    [InlineData("NaN")]
    [InlineData("1,5")]
    public void A_number_that_a_spreadsheet_would_change_stays_text(string number)
    {
        var workbook = Written(new XlsxSheet("t", MadeRelease.Table("t", ("n", ValueKind.Number, [number]))));
        Assert.Contains("t=\"inlineStr\"><is><t>" + number, Plain(Workbooks.Xml(workbook, "t")), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_written_Excels_way()
    {
        var workbook = Written(new XlsxSheet("t", MadeRelease.Table("t", ("t", ValueKind.Text, ["a\u0001b", "x_x0041_", "c\rd", "<&>\"", "\uFFFF\uFFFE", "_x00", "\uFEFFz"]))));
        var cells = Workbooks.Cells(workbook, "t");
        Assert.Equal(["a_x0001_b", "x_x005F_x0041_", "c_x000D_d", "<&>\"", "_xFFFF__xFFFE_", "_x00", "\uFEFFz"], Enumerable.Range(2, 7).Select(r => cells[$"A{r}"]));
        Assert.Empty(Workbooks.Problems(workbook));
    }

    [Fact]
    public void Names_of_sheets_keep_to_Excels_rules()
    {
        var names = new SheetNames();
        Assert.Equal("a_b_c_d_e_f_g_", names.Take("a:b\\c/d?e*f[g]"));
        Assert.Equal("History_", names.Take("history").Replace('h', 'H'));
        Assert.Equal("main", names.Take("main"));
        Assert.Equal("MAIN_2", names.Take("MAIN"));
        Assert.Equal("quoted", names.Take("'quoted'"));
        Assert.Equal(new string('ү', 31), names.Take(new string('ү', 40)));
        Assert.Equal(new string('ү', 29) + "_2", names.Take(new string('ү', 40)));
        Assert.Equal("_", names.Take("")[..1]);
    }

    [Fact]
    public void A_repeat_named_as_one_of_our_sheets_gets_another_name()
    {
        var workbook = Written(new XlsxSheet("choices", MadeRelease.Table("choices", ("a", ValueKind.Text, ["x"]))), Choices() with { KeepsName = true });
        Assert.Equal(["choices_2", "choices"], Workbooks.SheetNames(workbook));
    }

    [Fact]
    public void Too_long_a_text_is_refused_and_the_longest_is_written()
    {
        var longest = new string('ү', 32_767);
        Assert.Equal(longest, Workbooks.Cells(Written(new XlsxSheet("t", MadeRelease.Table("t", ("a", ValueKind.Text, [longest])))), "t")["A2"]);

        var refusal = Assert.Throws<InputException>(() => Written(new XlsxSheet("t", MadeRelease.Table("t", ("a", ValueKind.Text, [longest + "a"])))));
        Assert.Equal("FILE-13/long-text", refusal.Key);
    }

    [Fact]
    public void Values_that_no_row_holds_any_more_have_no_say()
    {
        var texts = Column.FromTexts(["kept", new string('a', 40_000)]).SelectRows([0]);
        var dates = Column.FromTexts(["2024-03-05", "unknown"]).SelectRows([0]);
        var workbook = Written(new XlsxSheet("t", new("t", 1, [new("a", texts, ValueKind.Text), new("d", dates, ValueKind.Date)])));
        Assert.Equal(("kept", "45356"), (Workbooks.Cells(workbook, "t")["A2"], Workbooks.Cells(workbook, "t")["B2"]));
    }

    [Fact]
    public void Too_many_columns_are_refused()
    {
        var one = Column.FromTexts(["1"]);
        var table = new OutputTable("t", 1, [.. Enumerable.Range(0, 16_385).Select(i => new OutputColumn($"c{i}", one, ValueKind.Number))]);
        Assert.Equal("FILE-13/columns", Assert.Throws<InputException>(() => Written(new XlsxSheet("t", table))).Key);
    }

    [Fact]
    public void Rows_beyond_a_sheet_go_on_in_the_next()
    {
        var table = MadeRelease.Table("main", ("a", ValueKind.Code, [.. Enumerable.Repeat("x", 1_048_576)]));
        var workbook = Written(new XlsxSheet("main", table), Choices());
        Assert.Equal(["main", "main_2", "choices"], Workbooks.SheetNames(workbook));
        Assert.Equal(["A1", "A2"], Workbooks.Cells(workbook, "main_2").Keys);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        XlsxSheet[] sheets = [new("wide", CsvWriterTests.Wide(rows: 20_000)), Choices()];
        var one = Written(sheets);
        using var stream = new MemoryStream();
        XlsxWriter.Write(sheets, stream, threads: 3);
        Assert.Equal(one, stream.ToArray());
        Assert.Equal("19999", Workbooks.Cells(one, "wide")["A20000"]);
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    [InlineData(16_383, "XFD")]
    public void Columns_are_lettered_as_Excel_does(int column, string letters) => Assert.Equal(letters, PaperSheetWriter.Letters(column));

    [Fact]
    public void Width_is_what_most_cells_need()
    {
        string?[] texts = [.. Enumerable.Repeat(new string('a', 30), 99), new string('b', 500)];
        Assert.Equal(32, ColumnWidth.Of(Column.FromTexts(texts), "h"));
        Assert.Equal(8, ColumnWidth.Of(Column.FromTexts(["1"]), "h"));
        Assert.Equal(60, ColumnWidth.Of(Column.FromTexts([new string('a', 500)]), "h"));
    }

    private static XlsxSheet Choices() => new("choices", MadeRelease.Table("choices", ("value", ValueKind.Text, ["female", "male"])));

    private static string Plain(string xml) => xml.Replace("<x:", "<").Replace("</x:", "</");

    private static byte[] Written(params XlsxSheet[] sheets)
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(sheets, stream);
        return stream.ToArray();
    }
}
