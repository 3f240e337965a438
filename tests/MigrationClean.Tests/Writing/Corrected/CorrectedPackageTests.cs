using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Tests.Ingest.Xlsx;
using MigrationClean.Writing.Corrected;
using static MigrationClean.Tests.Writing.Corrected.Correcting;
using static MigrationClean.Tests.Writing.Corrected.WorkbookParts;

namespace MigrationClean.Tests.Writing.Corrected;

/// <summary>What stands around a workbook's rows and points at them.</summary>
public sealed class CorrectedPackageTests
{
    private const string Rows = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>_uuid</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c><c r="C1"/><c r="D1" t="inlineStr"><is><t>d</t></is></c></row>
        <row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row><row r="4"><c r="A4"><v>3</v></c></row><row r="5"><c r="A5"><v>4</v></c></row>
        """;

    [Fact]
    public void Ranges_move_with_their_rows_and_go_with_the_last()
    {
        const string Tail = """
            <autoFilter ref="A1:B5"/>
            <mergeCells count="4"><mergeCell ref="B1:C1"/><mergeCell ref="A3:B3"/><mergeCell ref="B2:B3"/><mergeCell ref="A4:B5"/></mergeCells>
            <conditionalFormatting sqref="A2:A5 B3"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>
            <conditionalFormatting sqref="B3"><cfRule type="expression" priority="2"><formula>1</formula></cfRule></conditionalFormatting>
            <dataValidations count="1"><dataValidation type="whole" sqref="B3"><formula1>1</formula1></dataValidation></dataValidations>
            <hyperlinks><hyperlink ref="B3" location="x"/><hyperlink ref="B5" location="y"/></hyperlinks>
            <rowBreaks count="2"><brk id="2" max="9"/><brk id="5" max="9"/></rowBreaks><colBreaks count="1"><brk id="5"/></colBreaks>
            """;
        const string Moved = """
            <autoFilter ref="A1:B4"/>
            <mergeCells count="2"><mergeCell ref="B1:C1"/><mergeCell ref="A3:B4"/></mergeCells>
            <conditionalFormatting sqref="A2:A4"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>


            <hyperlinks><hyperlink ref="B4" location="y"/></hyperlinks>
            <rowBreaks count="2"><brk id="2" max="9"/><brk id="4" max="9"/></rowBreaks><colBreaks count="1"><brk id="5"/></colBreaks>
            """;
        var corrected = Correct(new MadeUpWorkbook().Add("data", Rows, Tail).Bytes(), [], [new("data", 3)]);
        var sheet = Part(corrected, "xl/worksheets/sheet1.xml");
        Assert.Equal(Moved, Between(sheet, "</sheetData>", "</worksheet>"));
        Assert.Contains("<dimension ref=\"A1:XFD98\"/>", sheet, StringComparison.Ordinal);
        Assert.Equal(["_uuid", "b", "b", "d"], Read(corrected).Sheets[0].Headers.ToArray());
    }

    [Fact]
    public void The_link_of_an_edited_cell_goes_as_it_led_where_the_old_value_said()
    {
        const string Tail = "<hyperlinks><hyperlink ref=\"A2\" r:id=\"r1\"/><hyperlink ref=\"A3\" r:id=\"r1\"/></hyperlinks>";
        const string Related = "<Relationship Id=\"r1\" Type=\"x/hyperlink\" Target=\"mailto:a%40b.example\" TargetMode=\"External\"/>";
        var workbook = new MadeUpWorkbook().Add("data", Rows, Tail, Related).Bytes();
        Assert.Equal("mailto:1", Cells(Read(workbook))[("data", 2, 1)]);
        var corrected = Correct(workbook, [new("data", 2, 1, "new")]);
        Assert.Equal(("new", "mailto:2"), (Cells(Read(corrected))[("data", 2, 1)], Cells(Read(corrected))[("data", 3, 1)]));
    }

    [Fact]
    public void Tables_comments_and_names_follow_the_rows()
    {
        const string Related = """
            <Relationship Id="t" Type="x/table" Target="../tables/table1.xml"/><Relationship Id="c" Type="x/comments" Target="../comments1.xml"/>
            <Relationship Id="v" Type="x/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>
            """;
        var workbook = new MadeUpWorkbook { WorkbookPr = "<definedNames><definedName name=\"_xlnm.Print_Area\">'my data'!$A$1:$B$5,other!$A$5</definedName><definedName name=\"x\">'my data'!$A$3</definedName></definedNames>" };
        workbook.Add("my data", Rows, "<tableParts count=\"1\"><tablePart r:id=\"t\"/></tableParts>", Related).Add("other", Rows);
        var package = With(
            workbook.Bytes(),
            ("xl/tables/table1.xml", "<table ref=\"A1:B5\"><autoFilter ref=\"A1:B5\"/></table>"),
            ("xl/comments1.xml", "<comments><commentList><comment ref=\"A3\"><text/></comment><comment ref=\"A4\"><text/></comment></commentList></comments>"),
            ("xl/drawings/vmlDrawing1.vml", "<xml><v:shape id=\"1\"><x:ClientData><x:Row>2</x:Row></x:ClientData></v:shape><v:shape id=\"2\"><x:ClientData><x:Row>3</x:Row></x:ClientData></v:shape></xml>"));
        var corrected = Correct(package, [], [new("my data", 3)]);
        Assert.Equal("<table ref=\"A1:B4\"><autoFilter ref=\"A1:B4\"/></table>", Part(corrected, "xl/tables/table1.xml"));
        Assert.Equal("<comments><commentList><comment ref=\"A3\"><text/></comment></commentList></comments>", Part(corrected, "xl/comments1.xml"));
        Assert.Equal("<xml><v:shape id=\"2\"><x:ClientData><x:Row>2</x:Row></x:ClientData></v:shape></xml>", Part(corrected, "xl/drawings/vmlDrawing1.vml"));
        Assert.Contains(">'my data'!$A$1:$B$4,other!$A$5</definedName>", Part(corrected, "xl/workbook.xml"), StringComparison.Ordinal);
        Assert.Contains(">#REF!</definedName>", Part(corrected, "xl/workbook.xml").Replace("'my data'!", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_whose_rows_are_all_removed_keeps_a_blank_one()
    {
        const string Related = "<Relationship Id=\"t\" Type=\"x/table\" Target=\"/xl/tables/table1.xml\"/>";
        var package = With(new MadeUpWorkbook().Add("data", Rows, "", Related).Bytes(), ("xl/tables/table1.xml", "<table ref=\"A1:B5\"><autoFilter ref=\"A1:B5\"/></table>"));
        var corrected = Correct(package, [], [new("data", 2), new("data", 3), new("data", 4), new("data", 5)]);
        Assert.Equal("<table ref=\"A1:B2\"><autoFilter ref=\"A1:B2\"/></table>", Part(corrected, "xl/tables/table1.xml"));
        Assert.Equal(0, Read(corrected).Sheets[0].RowCount);
    }

    [Fact]
    public void The_order_of_calculation_is_left_out_with_what_names_it()
    {
        var workbook = new MadeUpWorkbook { ContentTypes = "<Types><Override PartName=\"/xl/calcChain.xml\"/><Override PartName=\"/xl/workbook.xml\"/></Types>" }.Add("data", Rows).Bytes();
        var relations = Part(workbook, "xl/_rels/workbook.xml.rels");
        var package = With(
            workbook,
            ("xl/calcChain.xml", "<calcChain><c r=\"A2\" i=\"1\"/></calcChain>"),
            ("xl/_rels/workbook.xml.rels", relations.Replace("</Relationships>", "<Relationship Id=\"k\" Type=\"x/calcChain\" Target=\"calcChain.xml\"/></Relationships>", StringComparison.Ordinal)));
        var corrected = Correct(package, [new("data", 2, 1, "x")]);
        Assert.DoesNotContain("xl/calcChain.xml", Names(corrected));
        Assert.Equal("<Types><Override PartName=\"/xl/workbook.xml\"/></Types>", Part(corrected, "[Content_Types].xml"));
        Assert.Equal(relations, Part(corrected, "xl/_rels/workbook.xml.rels"));
    }

    [Fact]
    public void Parts_that_nothing_touches_keep_their_content_and_place()
    {
        var package = With(new MadeUpWorkbook { Styles = "<cellXfs><xf/></cellXfs>" }.Add("data", Rows).Add("other", Rows).Bytes(), ("xl/media/image1.bin", new byte[] { 1, 2, 3, 255 }));
        var corrected = Correct(package, [new("data", 2, 1, "x")]);
        Assert.Equal(Names(package), Names(corrected));
        foreach (var name in Names(package).Where(n => n != "xl/worksheets/sheet1.xml")) Assert.Equal(Part(package, name), Part(corrected, name));
        Assert.Equal(package, Correct(package, []));
    }

    [Fact]
    public void Rows_of_any_length_are_cut_right_wherever_a_buffer_ends()
    {
        var rows = new StringBuilder("""<row r="1"><c r="A1" t="inlineStr"><is><t>_uuid</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>""");
        for (var row = 2; row <= 4000; row++)
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>{new string('x', row == 2000 ? 700_000 : row % 400)}</t></is></c><c r=\"B{row}\"><v>{row}</v></c></row>");
        var bytes = new MadeUpWorkbook().Add("data", rows.ToString()).Bytes();
        var expected = Cells(Read(bytes)).Where(p => p.Key.Row != 3).ToDictionary(p => p.Key with { Row = p.Key.Row - (p.Key.Row > 3 ? 1 : 0) }, p => p.Value);
        expected[("data", 3999, 2)] = "5";
        Assert.Equal(expected, Cells(Read(Correct(bytes, [new("data", 4000, 2, "5")], [new("data", 3)]))));
    }

    [Fact]
    public void Reading_the_corrected_workbook_shows_the_edits_and_the_removals_and_nothing_else() =>
        Prop.ForAll(Sheets(), Edits(), (rows, change) =>
        {
            var bytes = new MadeUpWorkbook { Shared = "<si><t>shared</t></si>" }.Add("data", rows).Bytes();
            var before = Cells(Read(bytes));
            var known = before.Keys.Select(k => k.Row).ToHashSet();
            var edits = change.Edits.Where(e => known.Contains(e.Row)).DistinctBy(e => (e.Row, e.Column)).ToArray();
            var removed = change.Removed.Where(known.Contains).Distinct().ToArray();
            foreach (var edit in edits) before[("data", edit.Row, edit.Column)] = edit.Value ?? "";
            var expected = before.Where(p => p.Value.Length > 0 && !removed.Contains(p.Key.Row))
                .ToDictionary(p => p.Key with { Row = p.Key.Row - removed.Count(r => r < p.Key.Row) }, p => p.Value);
            var corrected = Cells(Read(Correct(bytes, edits, [.. removed.Select(r => new RowRemoval("data", r))])));
            return expected.OrderBy(p => p.Key).SequenceEqual(corrected.OrderBy(p => p.Key));
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<(CellEdit[] Edits, int[] Removed)> Edits() =>
        (from edits in (from row in Gen.Choose(2, 14) from column in Gen.Choose(1, 5) from value in Gen.Elements("", "5", "x", "a&<\n", "TRUE") select new CellEdit("data", row, column, value)).ListOf()
         from removed in Gen.Choose(2, 14).ListOf()
         select (edits.ToArray(), removed.Take(4).ToArray())).ToArbitrary();

    private static Arbitrary<string> Sheets() =>
        (from rows in (from cells in Gen.Elements("", "<c{0}><v>7</v></c>", "<c{0} t=\"s\"><v>0</v></c>", "<c{0} s=\"0\"/>", "<c{0} t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>", "<c{0} t=\"b\"><v>1</v></c>").ArrayOf(5)
                       from isNumbered in ArbMap.Default.GeneratorFor<bool>()
                       from gap in Gen.Elements(1, 1, 1, 2)
                       select (cells, isNumbered, gap)).NonEmptyListOf()
         select Sheet(rows)).ToArbitrary();

    private static string Sheet(IEnumerable<(string[] Cells, bool IsNumbered, int Gap)> rows)
    {
        var text = string.Concat("ABCDE".Select(c => $"<c r=\"{c}1\" t=\"inlineStr\"><is><t>{c}</t></is></c>"));
        text = $"<row r=\"1\">{text}</row>";
        var number = 1;
        foreach (var (cells, isNumbered, gap) in rows)
        {
            number += isNumbered ? gap : 1;
            var all = string.Concat(cells.Select((c, i) => c.Replace("{0}", isNumbered || cells.Contains("") ? $" r=\"{(char)('A' + i)}{number}\"" : "", StringComparison.Ordinal)));
            text += isNumbered ? $"<row r=\"{number}\">{all}</row>\n" : $"<row>{all}</row>";
        }

        return text;
    }
}
