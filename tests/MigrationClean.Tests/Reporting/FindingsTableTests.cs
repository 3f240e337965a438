using System.Text;
using ClosedXML.Excel;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Reporting;

namespace MigrationClean.Tests.Reporting;

public sealed class FindingsTableTests
{
    private static readonly ReportOptions Options = new() { ToolVersion = "1.0.0" };

    [Fact]
    public void The_csv_has_the_columns_in_order_and_shows_answers()
    {
        var lines = Csv(Reports.Of(Reports.Misspelt)).TrimEnd('\n').Split('\n');
        Assert.Equal(
            "finding_id,code,check,check_version,severity,evidence,submission,table,row_path,group_key,question,label,value,value_label,expected,measure,"
            + "threshold,message,related_submission,enumerator,device,date,site,status,file,sheet,row,column",
            lines[0]);
        var id = FindingId.Of(Reports.Of(Reports.Misspelt).Report.Findings[0]);
        Assert.Equal(
            $"{id},FORM-05,choice-not-in-list,1,error,fact,00000000-0000-4000-8000-000000000002,,,,sex,Sex,femle,,,,,`femle` is not a choice of `sex` (list `sex`),"
            + ",,,,,new,export.csv,,3,sex",
            lines[1]);
    }

    [Fact]
    public void Rows_stand_in_the_order_of_severity_code_table_row_and_form()
    {
        var codes = Csv(Reports.Of("no-consent: refusals, blank answers and answers behind a refusal"))
            .TrimEnd('\n').Split('\n').Skip(1).Select(l => l.Split(',')).Select(c => $"{c[4]} {c[7]} {c[10]}");
        Assert.Equal(["error  age", "error kids first", "notice  q1", "notice  q1", "notice  q1", "notice  q1"], codes);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "-5")]
    [InlineData("+996,5", "\"+996,5\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    public void Cells_are_guarded_and_quoted(string text, string cell) => Assert.Equal(cell, CsvText.Record([text], new()));

    [Fact]
    public void Separator_line_ends_and_byte_order_mark_are_those_of_the_run()
    {
        using var stream = new MemoryStream();
        new FindingsTable(Reports.Of(Reports.Misspelt), Options).WriteCsv(stream, new() { Bom = true, CrLf = true, Separator = ';' });
        var text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.StartsWith("\uFEFFfinding_id;code;", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void The_workbook_is_a_table_with_a_filter_and_texts_stay_texts()
    {
        var result = Reports.Many(3, (i, f) => f with
        {
            Value = new[] { "=1+1", "007", "2024-01-01" }[i],
            Severity = new[] { Severity.Error, Severity.Warning, Severity.Warning }[i],
        });
        using var stream = new MemoryStream(Workbook(result));
        using var workbook = new XLWorkbook(stream);
        var sheet = workbook.Worksheets.Single();
        Assert.Equal("Findings", sheet.Name);
        Assert.Equal(FindingsTable.Columns, Enumerable.Range(1, FindingsTable.Columns.Length).Select(c => sheet.Cell(1, c).GetString()));
        Assert.Equal(1, sheet.SheetView.SplitRow);
        Assert.Equal("A1:AB4", sheet.AutoFilter.Range.RangeAddress.ToStringRelative());
        Assert.Equal(["=1+1", "007", "2024-01-01"], Enumerable.Range(2, 3).Select(r => sheet.Cell(r, 13).GetString()));
        Assert.All(Enumerable.Range(2, 3), r => Assert.Equal(XLDataType.Text, sheet.Cell(r, 13).DataType));
        Assert.All(Enumerable.Range(2, 3), r => Assert.False(sheet.Cell(r, 13).HasFormula));
        Assert.Equal(["error", "warning", "warning"], Enumerable.Range(2, 3).Select(r => sheet.Cell(r, 5).GetString()));
        Assert.NotEqual(sheet.Cell(2, 5).Style.Fill.BackgroundColor, sheet.Cell(3, 5).Style.Fill.BackgroundColor);
        Assert.Equal(XLDataType.Number, sheet.Cell(2, 27).DataType);
        Assert.Equal(70, sheet.Column(18).Width, 0.5);
    }

    [Fact]
    public void The_validator_of_the_format_finds_nothing() => Assert.Empty(Writing.Workbooks.Problems(Workbook(Reports.Many(5))));

    [Fact]
    public void The_columns_of_the_fieldwork_tell_whom_to_ask()
    {
        using var stream = new MemoryStream();
        var options = Options with { FieldworkColumns = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("enumerator", "sex") };
        new FindingsTable(Reports.Of(Reports.Misspelt), options).WriteCsv(stream);
        var cells = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n')[1].Split(',');
        Assert.Equal("femle", cells[FindingsTable.Columns.IndexOf("enumerator")]);
    }

    [Fact]
    public void The_same_findings_give_the_same_bytes()
    {
        var first = Workbook(Reports.Many(20));
        Thread.Sleep(2100); // past the two seconds that a ZIP tells apart
        Assert.Equal(first, Workbook(Reports.Many(20)));
    }

    [Fact]
    public void The_workbook_ends_with_the_number_of_findings_it_does_not_hold()
    {
        using var stream = new MemoryStream();
        FindingsWorkbook.Write(new(Reports.Many(17), Options), stream, mostRows: 10);
        using var workbook = new XLWorkbook(stream);
        Assert.Equal("7 more findings in findings.csv", workbook.Worksheets.Single().Cell(12, 18).GetString());
    }

    [Fact]
    public void Characters_that_a_workbook_cannot_hold_do_not_stop_it()
    {
        var bytes = Workbook(Reports.Many(1, (_, f) => f with { Value = "a\u0001\uD800b" + new string('x', 40_000) }));
        using var stream = new MemoryStream(bytes);
        using var workbook = new XLWorkbook(stream);
        Assert.StartsWith("a?", workbook.Worksheets.Single().Cell(2, 13).GetString(), StringComparison.Ordinal);
    }

    private static string Csv(ValidateResult result)
    {
        using var stream = new MemoryStream();
        new FindingsTable(result, Options).WriteCsv(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[] Workbook(ValidateResult result)
    {
        using var stream = new MemoryStream();
        FindingsWorkbook.Write(new(result, Options), stream);
        return stream.ToArray();
    }
}
