using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Cells;
using MigrationClean.Ingest.Columns;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Tests.Ingest.Xlsx;

public sealed class WorkbookReadingTests : IDisposable
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>";

    private const string Dates = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/><numFmt numFmtId=\"165\" formatCode=\"[$-419]d mmm yyyy&quot; г. h&quot;\"/>"
        + "<numFmt numFmtId=\"166\" formatCode=\"#,##0.00\\ &quot;days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"22\"/><xf numFmtId=\"21\"/><xf numFmtId=\"46\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs>";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // Cells as they may stand in a file, and the text that each is read as.
    public static TheoryData<string, string> Cells => new()
    {
        { "<c r=\"A2\"><v>5</v></c>", "5" },
        { "<c r=\"A2\"><v>5.0</v></c>", "5" },
        { "<c r=\"A2\" t=\"n\"><v>-0.1</v></c>", "-0.1" },
        { "<c r=\"A2\"><v>0.30000000000000004</v></c>", "0.30000000000000004" },
        { "<c r=\"A2\"><v>1E3</v></c>", "1000" },
        { "<c r=\"A2\"><v>1.23457E+16</v></c>", "12345700000000000" },
        { "<c r=\"A2\"><v>1E-7</v></c>", "0.0000001" },
        { "<c r=\"A2\"><v>1.0000000000000001E-5</v></c>", "0.00001" },
        { "<c r=\"A2\"><v>996700123456789012</v></c>", "996700123456789012" },
        { "<c r=\"A2\"><v> 7 </v></c>", "7" },
        { "<c r=\"A2\" t=\"b\"><v>1</v></c>", "TRUE" },
        { "<c r=\"A2\" t=\"b\"><v>0</v></c>", "FALSE" },
        { "<c r=\"A2\" t=\"e\"><v>#NAME?</v></c>", "#NAME?" },
        { "<c r=\"A2\" t=\"d\"><v>2026-03-04</v></c>", "2026-03-04" },
        { "<c r=\"A2\" t=\"str\"><v>жок</v></c>", "жок" },
        { "<c r=\"A2\" t=\"s\"><v>1</v></c>", "rich text" },
        { "<c r=\"A2\" t=\"s\"><v>2</v></c>", "" },
        { "<c r=\"A2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a &amp; b&#10;c_x000D_&lt;_x005F_x0041_ </t></is></c>", " a & b\nc\r<_x0041_ " },
        { "<c r=\"A2\" t=\"inlineStr\"><is><t>_xD83C__xDFE0_ not_x_ _xZZZZ_</t></is></c>", "🏠 not_x_ _xZZZZ_" },
        { "<c r=\"A2\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>two </t></r><r><t>runs</t></r><rPh sb=\"0\" eb=\"1\"><t>read</t></rPh><phoneticPr fontId=\"1\"/></is></c>", "two runs" },
        { "<c r=\"A2\" s=\"1\"><v>45000</v></c>", "2023-03-15" },
        { "<c r=\"A2\" s=\"1\"><v>45000.5</v></c>", "2023-03-15T12:00:00.000" },
        { "<c r=\"A2\" s=\"1\"><v>45000.000011574</v></c>", "2023-03-15T00:00:01.000" },
        { "<c r=\"A2\" s=\"1\"><v>59</v></c>", "1900-02-28" },
        { "<c r=\"A2\" s=\"1\"><v>61</v></c>", "1900-03-01" },
        { "<c r=\"A2\" s=\"1\"><v>-240</v></c>", "1899-05-05" },
        { "<c r=\"A2\" s=\"2\"><v>45000</v></c>", "2023-03-15T00:00:00.000" },
        { "<c r=\"A2\" s=\"3\"><v>0.75</v></c>", "18:00:00" },
        { "<c r=\"A2\" s=\"4\"><v>1.25</v></c>", "30:00:00" },
        { "<c r=\"A2\" s=\"5\"><v>45000</v></c>", "2023-03-15" },
        { "<c r=\"A2\" s=\"6\"><v>45000</v></c>", "45000" },
        { "<c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>text</t></is></c>", "text" },
        { "<c r=\"A2\"><f>SUM(C1:C2)</f><v>12</v></c>", "12" },
        { "<c r=\"A2\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>", "ab" },
        { "<c r=\"A2\"><f>1+1</f><v></v></c>", "=1+1" },
        { "<c r=\"A2\"><f>1+1</f></c>", "=1+1" },
        { "<c r=\"A2\"><f t=\"shared\" si=\"0\"/><v>3</v></c>", "3" },
        { "<c r=\"A2\" s=\"1\"/>", "" },
        { "<c r=\"A2\"><v/></c>", "" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_is_read_as_its_text(string cell, string text)
    {
        var file = _folder.Bytes("a.xlsx", Workbook($"<row r=\"2\">{cell}<c r=\"B2\"><v>1</v></c></row>").Bytes());
        var sheet = TemporaryFolder.Export(file).Sheets.Single();
        Assert.Equal([text, "1"], sheet.Row(0));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Scan_and_xml_reader_give_the_same_cells(string cell, string text)
    {
        using var parts = new ZipParts(new MemoryStream(Workbook($"<row r=\"2\">{cell}</row><row r=\"4\"><c r=\"B4\"><v>1</v></c></row>").Bytes()), "a.xlsx", 1);
        var opened = MigrationClean.Ingest.Xlsx.Workbook.Open(parts);
        var location = new Location { File = "a.xlsx" };
        var scanned = WorkbookReading.Scan(opened, opened.Sheets[0], location, new(1, parts), 1);
        var exact = WorkbookReading.ReadXml(opened, opened.Sheets[0], location, new(1, parts), 1);
        Assert.NotNull(scanned);
        var (a, b) = (scanned.Build("s"), exact.Build("s"));
        Assert.Equal(b.Headers.ToArray(), a.Headers.ToArray());
        Assert.Equal(b.Rows(), a.Rows());
        Assert.Equal(b.Columns.Select(c => c.Kinds), a.Columns.Select(c => c.Kinds));
        Assert.Equal(text, a.RowCount == 2 ? a.Columns[0].TextAt(0) : "");
        Assert.Equal(4, a.Places.RowNumber(a.RowCount - 1));
    }

    [Theory]
    [InlineData("<!-- note -->{0}")]
    [InlineData("{0}<?pi x?>")]
    public void Rows_that_the_scan_does_not_know_are_read_by_the_xml_reader(string wrapping)
    {
        var rows = string.Format(System.Globalization.CultureInfo.InvariantCulture, wrapping, "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t><![CDATA[x & y]]></t></is></c></row>");
        Assert.Equal(["x & y", ""], Single(Workbook(rows)).Row(0));
    }

    [Fact]
    public void Prefixed_elements_and_utf16_are_read()
    {
        var workbook = new MadeUpWorkbook().Add("s", Header + "<x:row xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"2\"><x:c r=\"A2\"><x:v>5</x:v></x:c></x:row>");
        Assert.Equal(["5", ""], Single(workbook).Row(0));
    }

    [Fact]
    public void Rows_and_cells_without_places_follow_each_other()
    {
        var sheet = Single(Workbook("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row>"));
        Assert.Equal([["1", "2"], ["", "3"]], sheet.Rows());
        Assert.Equal([2, 4], new[] { sheet.Places.RowNumber(0), sheet.Places.RowNumber(1) });
    }

    [Fact]
    public void Blank_rows_are_left_out_and_row_numbers_stay_true()
    {
        var sheet = Single(Workbook("<row r=\"2\"><c r=\"A2\" s=\"1\"/></row><row r=\"900\"><c r=\"A900\"><v>1</v></c></row><row r=\"901\"><c r=\"A901\"><v>2</v></c></row>"));
        Assert.Equal([900, 901], new[] { sheet.Places.RowNumber(0), sheet.Places.RowNumber(1) });
    }

    [Fact]
    public void Kobos_formulas_of_result_zero_are_the_texts_they_were()
    {
        var workbook = new MadeUpWorkbook { WorkbookPr = "<calcPr calcId=\"124519\" fullCalcOnLoad=\"1\"/>", Shared = "<si><t>x</t></si>" };
        workbook.Add("s", Header + "<row r=\"2\"><c r=\"A2\"><f>1+1</f><v>0</v></c><c r=\"B2\"><f t=\"array\" ref=\"B2\">X&amp;Y</f><v>0</v></c></row><row r=\"3\"><c r=\"A3\"><f></f><v>0</v></c></row>");
        Assert.Equal([["=1+1", "{=X&Y}"], ["=", ""]], Single(workbook).Rows());
    }

    [Fact]
    public void Formulas_that_excel_worked_out_keep_their_result_zero()
    {
        var workbook = new MadeUpWorkbook { Shared = "<si><t>x</t></si>" }.Add("s", Header + "<row r=\"2\"><c r=\"A2\"><f>1-1</f><v>0</v></c></row>");
        var sheet = Single(workbook);
        Assert.Equal("0", sheet.Columns[0].TextAt(0));
        Assert.True(sheet.Columns[0].Kinds.HasFlag(CellKinds.Formula));
    }

    [Fact]
    public void Hyperlinks_get_back_what_the_exporter_cut_off()
    {
        var rows = string.Concat(new[] { "a@example.org", "Sheet2!A1", "c:/x.txt", "http://example.org/" }.Select((t, i) => $"<row r=\"{i + 2}\"><c r=\"A{i + 2}\" t=\"inlineStr\"><is><t>{t}</t></is></c></row>"));
        const string tail = "<hyperlinks><hyperlink ref=\"A2\" r:id=\"rId1\"/><hyperlink ref=\"A3\" location=\"Sheet2!A1\" display=\"x\"/><hyperlink ref=\"A4\" r:id=\"rId2\"/><hyperlink ref=\"A5\" r:id=\"rId3\"/></hyperlinks>";
        const string relations = "<Relationship Id=\"rId1\" Type=\"x/hyperlink\" Target=\"mailto:a@example.org\" TargetMode=\"External\"/><Relationship Id=\"rId2\" Type=\"x/hyperlink\" Target=\"file:///c:/x.txt\" TargetMode=\"External\"/><Relationship Id=\"rId3\" Type=\"x/hyperlink\" Target=\"http://example.org/\" TargetMode=\"External\"/>";
        var sheet = Single(new MadeUpWorkbook().Add("s", Header + rows, tail, relations));
        Assert.Equal(["mailto:a@example.org", "internal:Sheet2!A1", "external:c:/x.txt", "http://example.org/"], Enumerable.Range(0, 4).Select(sheet.Columns[0].TextAt));
    }

    [Fact]
    public void Merged_header_cell_names_all_columns_under_it()
    {
        const string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\" t=\"str\"><v>place</v></c><c r=\"C1\" s=\"1\"/></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"C2\"><v>3</v></c></row>";
        var sheet = Single(new MadeUpWorkbook().Add("s", rows, "<mergeCells count=\"1\"><mergeCell ref=\"B1:C1\"/></mergeCells>"));
        Assert.Equal(["1", "place"], sheet.Headers.ToArray());
        Assert.Equal(1, sheet.OverflowCells);
    }

    [Fact]
    public void Dates_of_the_1904_system_are_read()
    {
        var workbook = Workbook("<row r=\"2\"><c r=\"A2\" s=\"1\"><v>1</v></c></row>");
        workbook.WorkbookPr = "<workbookPr date1904=\"1\"/>";
        Assert.Equal("1904-01-02", Single(workbook).Columns[0].TextAt(0));
    }

    [Fact]
    public void Empty_sheets_are_sheets_without_columns()
    {
        var export = TemporaryFolder.Export(_folder.Bytes("a.xlsx", new MadeUpWorkbook().Add("Sheet1", "").Add("two", Header).Bytes()));
        Assert.Equal(["Sheet1", "two"], export.Sheets.Select(s => s.Name));
        Assert.Empty(export.Sheets[0].Columns);
        Assert.Empty(export.Findings);
    }

    [Theory]
    [InlineData("FILE-05/columns", "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>")]
    [InlineData("FILE-05/rows", "<row r=\"1048577\"><c r=\"A2\"><v>1</v></c></row>")]
    [InlineData("FILE-04/xml", "<row r=\"2\"><c r=\"A2\"><v>&nope;</v></c></row>")]
    [InlineData("FILE-04/xml", "<row r=\"2\"><c r=\"A2\"><v>1</c></row>")]
    [InlineData("FILE-04/sheet", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>")]
    public void Impossible_sheets_are_refused(string key, string rows) =>
        Assert.Equal(key, Assert.Throws<InputException>(() => Single(Workbook(rows))).Key);

    [Fact]
    public void Document_type_declaration_in_the_list_of_parts_alone_is_refused()
    {
        var workbook = Workbook("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>");
        workbook.ContentTypes = "<!DOCTYPE Types><Types/>";
        Assert.Equal("FILE-04/xml", Assert.Throws<InputException>(() => Single(workbook)).Key);
        Assert.Equal("FILE-04/xml", Assert.Throws<InputException>(() => GridReader.Read(_folder.Bytes("form.xlsx", workbook.Bytes()))).Key);
    }

    [Fact]
    public void Document_type_declarations_are_refused()
    {
        var workbook = Workbook("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>&e;</v></c></row>");
        workbook.Declaration = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
        Assert.Equal("FILE-04/xml", Assert.Throws<InputException>(() => Single(workbook)).Key);
    }

    [Fact]
    public void Long_sheets_read_the_same_with_any_number_of_workers()
    {
        var rows = new StringBuilder(Header);
        for (var i = 2; i <= 30_000; i++) rows.Append(null, $"<row r=\"{i}\"><c r=\"A{i}\" t=\"inlineStr\"><is><t>text {i % 50}</t></is></c><c r=\"B{i}\"><v>{i}</v></c></row>");
        var bytes = new MadeUpWorkbook().Add("s", rows.ToString()).Bytes();
        var one = TemporaryFolder.Export(_folder.Bytes("a.xlsx", bytes)).Sheets[0];
        var three = TemporaryFolder.Export(_folder.Bytes("a.xlsx", bytes), threads: 3).Sheets[0];
        Assert.Equal(29_999, one.RowCount);
        Assert.Equal(["text 0", "30000"], one.Row(29_998));
        Assert.Equal(one.Columns.Select(c => c.CodesOfAllRows()), three.Columns.Select(c => c.CodesOfAllRows()));
    }

    private static MadeUpWorkbook Workbook(string rows) => new MadeUpWorkbook
    {
        Styles = Dates,
        Shared = "<si><t>zero</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si><si><t/></si>",
    }.Add("s", Header + rows);

    private Sheet Single(MadeUpWorkbook workbook) => TemporaryFolder.Export(_folder.Bytes("a.xlsx", workbook.Bytes())).Sheets.Single();
}
