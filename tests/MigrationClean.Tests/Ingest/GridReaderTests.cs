using MigrationClean.Diagnostics;
using MigrationClean.Ingest;
using MigrationClean.Tests.Ingest.Xlsx;

namespace MigrationClean.Tests.Ingest;

public sealed class GridReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Form_is_read_as_trimmed_texts()
    {
        var workbook = new MadeUpWorkbook { Styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"21\"/></cellXfs>" };
        workbook.Add("survey", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v> type </v></c><c r=\"B1\" t=\"str\"><v>name</v></c><c r=\"D1\" t=\"str\"><v>label</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>text\u00A0</v></c><c r=\"B3\" t=\"b\"><v>1</v></c><c r=\"D3\" s=\"1\"><v>45000</v></c><c r=\"F3\"><v>9</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\"><v>5.0</v></c><c r=\"D4\" s=\"2\"><v>0.5</v></c></row>").Add("choices", "");
        var grids = GridReader.Read(_folder.Bytes("form.xlsx", workbook.Bytes()));
        Assert.Equal(["survey", "choices"], grids.Select(g => g.Name));
        Assert.Equal(["type", "name", "", "label"], grids[0].Headers.ToArray());
        Assert.Equal([3, 4], grids[0].Rows.Select(r => r.Number));
        Assert.Equal(["text", "TRUE", "", "2023-03-15 00:00:00"], grids[0].Rows[0].Cells.ToArray());
        Assert.Equal(["5", "", "", "12:00:00"], grids[0].Rows[1].Cells.ToArray());
        Assert.Empty(grids[1].Headers);
    }

    [Fact]
    public void Reading_ends_after_20_empty_headers_and_60_empty_rows()
    {
        var workbook = new MadeUpWorkbook().Add("survey", "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a</v></c><c r=\"U1\" t=\"str\"><v>b</v></c><c r=\"AQ1\" t=\"str\"><v>far</v></c></row>"
            + "<row r=\"61\"><c r=\"A61\"><v>1</v></c></row><row r=\"122\"><c r=\"A122\"><v>2</v></c></row>");
        var grid = GridReader.Read(_folder.Bytes("form.xlsx", workbook.Bytes())).Single();
        Assert.Equal(21, grid.Headers.Length);
        Assert.Equal([61], grid.Rows.Select(r => r.Number));
    }

    [Fact]
    public void Text_file_is_one_grid_without_a_name()
    {
        var grid = GridReader.Read(_folder.Text("plan.csv", "question,role\nage, quasi \n,\nname,direct\n")).Single();
        Assert.Null(grid.Name);
        Assert.Equal(["question", "role"], grid.Headers.ToArray());
        Assert.Equal([2, 4], grid.Rows.Select(r => r.Number));
        Assert.Equal(["age", "quasi"], grid.Rows[0].Cells.ToArray());
    }

    [Fact]
    public void Old_file_that_is_no_workbook_is_refused()
    {
        byte[] bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
        Assert.Equal("FILE-04", Assert.Throws<InputException>(() => GridReader.Read(_folder.Bytes("form.xls", bytes))).Code);
    }
}
