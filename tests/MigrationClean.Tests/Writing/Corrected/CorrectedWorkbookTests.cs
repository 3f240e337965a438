using MigrationClean.Diagnostics;
using MigrationClean.Tests.Ingest.Xlsx;
using MigrationClean.Writing.Corrected;
using static MigrationClean.Tests.Writing.Corrected.Correcting;
using static MigrationClean.Tests.Writing.Corrected.WorkbookParts;

namespace MigrationClean.Tests.Writing.Corrected;

public sealed class CorrectedWorkbookTests
{
    private const string Header = """<row r="1" spans="1:3"><c r="A1" t="inlineStr"><is><t>_uuid</t></is></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>""";

    // General, ISO date, date with time, time of day, grey.
    private const string Styles = """<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/><xf numFmtId="0"/></cellXfs>""";

    private const string Shared = "<si><t>age</t></si><si><r><t>no</t></r><r><t>te</t></r></si><si><t>shared &amp; old</t></si>";

    [Fact]
    public void A_text_is_replaced_and_keeps_its_style() =>
        Assert.Equal(
            """<row r="2"><c r="A2"/><c r="B2" s="4" t="inlineStr"><is><t xml:space="preserve"> a&lt;b </t></is></c></row>""",
            Corrected("""<row r="2"><c r="A2"/><c r="B2" s="4" t="s"><v>2</v></c></row>""", new CellEdit("data", 2, 2, " a<b ")));

    [Theory]
    [InlineData("32", """<c r="B2"><v>32</v></c>""")]
    [InlineData("-1.5", """<c r="B2"><v>-1.5</v></c>""")]
    [InlineData("007", """<c r="B2" t="inlineStr"><is><t>007</t></is></c>""")]
    [InlineData("1e3", """<c r="B2" t="inlineStr"><is><t>1e3</t></is></c>""")]
    [InlineData("1234567890123456", """<c r="B2" t="inlineStr"><is><t>1234567890123456</t></is></c>""")]
    [InlineData("many", """<c r="B2" t="inlineStr"><is><t>many</t></is></c>""")]
    [InlineData(null, """<c r="B2"/>""")]
    public void A_number_stays_one_where_the_value_is_one(string? value, string cell) =>
        Assert.Equal($"""<row r="2">{cell}</row>""", Corrected("""<row r="2"><c r="B2"><v>31</v></c></row>""", new CellEdit("data", 2, 2, value)));

    [Theory]
    [InlineData("1", "2026-03-04", "46085")]
    [InlineData("1", "2026-03-04T12:00:00.000", "46085.5")]
    [InlineData("2", "2026-03-04T06:00", "46085.25")]
    [InlineData("1", "1900-02-28", "59")]
    [InlineData("3", "18:00:00", "0.75")]
    public void A_date_becomes_the_serial_number_of_the_workbook(string style, string value, string serial) =>
        Assert.Equal(
            $"""<row r="2"><c r="B2" s="{style}"><v>{serial}</v></c></row>""",
            Corrected($"""<row r="2"><c r="B2" s="{style}"><v>1</v></c></row>""", new CellEdit("data", 2, 2, value)));

    [Theory]
    [InlineData("2026-03-04T09:10:11.123+06:00")]
    [InlineData("4 March")]
    [InlineData("1899-05-05")]
    public void What_is_no_plain_date_becomes_text(string value) =>
        Assert.Equal(
            $"""<row r="2"><c r="B2" s="1" t="inlineStr"><is><t>{value}</t></is></c></row>""",
            Corrected("""<row r="2"><c r="B2" s="1"><v>1</v></c></row>""", new CellEdit("data", 2, 2, value)));

    [Fact]
    public void The_other_date_system_is_followed()
    {
        var workbook = Workbook("""<row r="2"><c r="B2" s="1"><v>1</v></c></row>""");
        workbook.WorkbookPr = "<workbookPr date1904=\"1\"/>";
        var corrected = Correct(workbook.Bytes(), [new("data", 2, 2, "2026-03-04")]);
        Assert.Contains("<v>44623</v>", Part(corrected, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Equal("2026-03-04", Cells(Read(corrected))[("data", 2, 2)]);
    }

    [Fact]
    public void Booleans_stay_booleans() =>
        Assert.Equal(
            """<row r="2"><c r="A2" t="b"><v>0</v></c><c r="B2" t="inlineStr"><is><t>maybe</t></is></c></row>""",
            Corrected("""<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>1</v></c></row>""", new("data", 2, 1, "FALSE"), new("data", 2, 2, "maybe")));

    [Fact]
    public void A_cell_that_the_row_lacks_is_put_at_its_place() =>
        Assert.Equal(
            """<row r="2" ht="15"><c r="A2"><v>1</v></c><c r="B2" t="inlineStr"><is><t>x</t></is></c><c r="C2"><v>3</v></c><c r="AB2" t="inlineStr"><is><t>y</t></is></c></row>""",
            Corrected("""<row r="2" spans="1:3" ht="15"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row>""", new("data", 2, 28, "y"), new("data", 2, 2, "x"), new("data", 2, 9, null)));

    [Theory]
    [InlineData("A", "2026-03-04", """<c r="A3" s="1"><v>46085</v></c>""")]
    [InlineData("A", "no day", """<c r="A3" t="inlineStr"><is><t>no day</t></is></c>""")]
    [InlineData("B", "5", """<c r="B3"><v>5</v></c>""")]
    [InlineData("C", "5", """<c r="C3" t="inlineStr"><is><t>5</t></is></c>""")]
    public void A_blank_cell_or_a_text_becomes_what_its_column_is(string column, string value, string cell)
    {
        const string Above = """<row r="2"><c r="A2" s="1"><v>9</v></c><c r="B2"><v>9</v></c><c r="C2" t="inlineStr"><is><t>9</t></is></c></row>""";
        var edit = new CellEdit("data", 3, column[0] - 'A' + 1, value);
        Assert.Equal($"""{Above}<row r="3">{cell}</row>""", Corrected(Above + """<row r="3"/>""", edit));
        Assert.Equal($"""{Above}<row r="3">{cell}</row>""", Corrected($"""{Above}<row r="3"><c r="{column}3" t="inlineStr"><is><t>n/a</t></is></c></row>""", edit));
    }

    [Fact]
    public void A_row_without_cells_and_rows_without_numbers_are_filled() =>
        Assert.Equal(
            """<row/><row><c r="B3" t="inlineStr"><is><t>x</t></is></c></row><row r="2000"><c><v>1</v></c><c t="inlineStr"><is><t>2</t></is></c></row>""",
            Corrected("""<row/><row/><row r="2000"><c><v>1</v></c><c t="e"><v>#N/A</v></c></row>""", new("data", 3, 2, "x"), new("data", 2000, 2, "2")));

    [Fact]
    public void Rows_below_a_removed_one_move_up_and_rows_above_keep_their_bytes() =>
        Assert.Equal(
            """<row r="2"><c r='A2' ><v>1</v></c></row> <row r="3" ht="9"><c r="A3" s="1"><v>4</v></c></row><row r="8"><c r="A8"><v>9</v></c></row>""",
            Removed("""<row r="2"><c r='A2' ><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row> <row r="4" ht="9"><c r="A4" s="1"><v>4</v></c></row><row r="9"><c r="A9"><v>9</v></c></row>""", 3));

    [Fact]
    public void Rows_without_numbers_move_up_too() =>
        Assert.Equal(
            """<row><c><v>1</v></c></row><row r="10"><c><v>3</v></c></row><row><c><v>4</v></c></row>""",
            Removed("""<row><c><v>1</v></c></row><row r="10"><c><v>2</v></c></row><row><c><v>3</v></c></row><row><c><v>4</v></c></row>""", 10));

    [Fact]
    public void A_formula_that_moves_leaves_its_result()
    {
        const string Rows = """<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f>A2+1</f><v>2</v></c><c r="B3" t="str"><f t="shared" si="0"/><v>x</v></c></row>""";
        Assert.Equal("""<row r="2"><c r="A2"><v>2</v></c><c r="B2" t="str"><v>x</v></c></row>""", Removed(Rows, 2));
    }

    [Fact]
    public void An_answer_that_begins_like_a_formula_stays_an_answer_when_it_moves()
    {
        var workbook = new MadeUpWorkbook().Add("data", """<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f t="array" ref="A3">B7</f><v>0</v></c></row>""");
        var corrected = Correct(workbook.Bytes(), [], [new("data", 2)]);
        Assert.Equal("{=B7}", Cells(Read(corrected))[("data", 2, 1)]);
        Assert.Contains("""<c r="A2"><f t="array" ref="A2">B7</f><v>0</v></c>""", Part(corrected, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_shared_the_formula_of_an_edited_one_keep_their_results() =>
        Assert.Equal(
            """<row r="2"><c r="A2"><v>5</v></c><c r="B2"><v>7</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="4"/><v>4</v></c></row>""",
            Corrected(
                """<row r="2"><c r="A2"><f t="shared" ref="A2:B3" si="3">1+1</f><v>2</v></c><c r="B2"><f t="shared" si="3"/><v>7</v></c></row><row r="3"><c r="A3"><f t="shared" si="3"/><v>3</v></c><c r="B3"><f t="shared" si="4"/><v>4</v></c></row>""",
                new CellEdit("data", 2, 1, "5")));

    [Fact]
    public void A_row_that_stands_twice_is_refused_where_it_would_change() =>
        Assert.Equal("FILE-04/sheet", Assert.Throws<InputException>(() => Corrected("""<row r="2"/><row r="2"/>""", new CellEdit("data", 2, 1, "x"))).Key);

    [Fact]
    public void A_value_longer_than_a_cell_is_refused_and_never_cut() =>
        Assert.Equal("FILE-13/long-value", Assert.Throws<InputException>(() => Corrected("""<row r="2"/>""", new CellEdit("data", 2, 1, new('x', 32_768)))).Key);

    [Fact]
    public void Prefixes_comments_and_cdata_are_understood()
    {
        const string Rows = """<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="2"><!-- <c r="B2"> --><x:c r="A2" t="inlineStr"><x:is><x:t><![CDATA[</row><c>]]></x:t></x:is></x:c></x:row>""";
        var corrected = Correct(Workbook(Rows).Bytes(), [new("data", 2, 2, "x")]);
        Assert.Equal(("</row><c>", "x"), (Cells(Read(corrected))[("data", 2, 1)], Cells(Read(corrected))[("data", 2, 2)]));
    }

    [Fact]
    public void A_part_in_another_encoding_is_written_as_utf8()
    {
        var corrected = Correct(Reencoded(Workbook("""<row r="2"><c r="A2" t="inlineStr"><is><t>өң</t></is></c></row>"""), "utf-16"), [new("data", 2, 2, "ү")]);
        Assert.Equal(("өң", "ү"), (Cells(Read(corrected))[("data", 2, 1)], Cells(Read(corrected))[("data", 2, 2)]));
    }

    private static MadeUpWorkbook Workbook(string rows, string tail = "") => new MadeUpWorkbook { Shared = Shared, Styles = Styles }.Add("data", Header + rows, tail);

    private static string Corrected(string rows, params CellEdit[] edits)
    {
        var corrected = Correct(Workbook(rows).Bytes(), edits);
        var cells = Cells(Read(corrected));
        foreach (var edit in edits.Where(e => e.Column <= 3 && e.Value?.Contains('T', StringComparison.Ordinal) != true))
            Assert.Equal(edit.Value ?? "", cells.GetValueOrDefault(("data", edit.Row, edit.Column), ""));
        return RowsOf(corrected);
    }

    private static string Removed(string rows, params int[] removed) => RowsOf(Correct(Workbook(rows).Bytes(), [], [.. removed.Select(r => new RowRemoval("data", r))]));

    private static string RowsOf(byte[] workbook) => Between(Part(workbook, "xl/worksheets/sheet1.xml"), Header, "</sheetData>");
}
