using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Cleaning.Reading;

/// <summary>What spreadsheets do to a log: put right where it is sure, refused with one sentence a line where it is not.</summary>
public sealed class SpreadsheetTests
{
    private const string Header = "uuid,question,old_value,new_value,change_type";

    [Theory]
    [InlineData("age", "3.0", "4.0", "3 → 4")]
    [InlineData("age", "1 228", "67\u00A0330", "1228 → 67330")]
    [InlineData("wage", "89;43", "89;44", "89.43 → 89.44")]
    [InlineData("born", "05.03.2001", "5.3.2002", "2001-03-05 → 2002-03-05")]
    [InlineData("need/food", "ЛОЖЬ", "VERDADERO", "0 → 1")]
    [InlineData("need.cash", "VRAI", "FAUX", "1 → 0")]
    [InlineData("sex", "“male”", "female\u00A0", "male → female")]
    [InlineData("phone", " 0712 ", "don’t know", "0712 → don’t know")]
    public void What_is_sure_is_put_right(string question, string oldValue, string newValue, string change)
    {
        var log = MadeLog.Csv($"{Header}\nu1,{question},\"{oldValue}\",\"{newValue}\",change\n".Replace(";4", ",4", StringComparison.Ordinal));

        Assert.Equal($"2 u1 {question}: ChangeResponse {change}", log.Print());
        Assert.DoesNotContain(log.Findings, f => f.Severity == Severity.Error);
    }

    [Theory]
    [InlineData("born", "45356", "45356 is no date; as a spreadsheet counts days it is 2024-03-05")]
    [InlineData("born", "3/5/2024", "3/5/2024 does not say which number is the day and which the month")]
    [InlineData("age", "1,228", "the comma in 1,228 may part thousands or decimals")]
    [InlineData("wage", "1.23E+15", "of 1.23E+15 only the first digits are left: the spreadsheet has shortened a long number")]
    [InlineData("phone", "9,96E+11", "of 9,96E+11 only the first digits are left: the spreadsheet has shortened a long number")]
    [InlineData("region", "1", "1 is not in the list, 01 is: the spreadsheet has cut the zero in front")]
    [InlineData("phone", "#ИМЯ?", "the new value is an error of the spreadsheet")]
    public void What_is_not_sure_is_refused_with_its_place(string question, string newValue, string message)
    {
        var log = MadeLog.Csv($"{Header}\nu1,{question},x,\"{newValue}\",change\n");

        Assert.Equal($"2 new_value | LOGF-08 Error | {message}", log.Findings());
    }

    [Fact]
    public void Cells_that_a_spreadsheet_made_are_told_by_their_kind()
    {
        var log = MadeLog.Xlsx(workbook =>
        {
            var sheet = workbook.Sheet("cleaning_log", Header, "u1,phone,x,,change", "u2,phone,x,,change", "u3,born,2024-01-01,,change", "u4,age,,,change", "u5,sex,male,,change", "u6,phone,0712345678,,change");
            sheet.Cell("D2").Value = new DateTime(2024, 2, 1);
            sheet.Cell("D4").Value = new DateTime(2024, 2, 1);
            sheet.Cell("C5").Value = 7;
            sheet.Cell("D5").Value = 8;
            sheet.Cell("C6").Value = new DateTime(2024, 2, 1);
            sheet.Cell("D6").Value = "female";
            sheet.Cell("D7").Value = 712345679;
        });

        Assert.Equal(
            """
            cleaning_log 2 new_value | LOGF-08 Error | the spreadsheet has turned the new value into a date (2024-02-01)
            cleaning_log 3 new_value | LOGF-06 Error | change_response has no new value
            cleaning_log 6 old_value | LOGF-07 Error | the spreadsheet has turned the old value into a date (2024-02-01)
            cleaning_log 7 new_value | LOGF-08 Notice | 712345679 was typed as a number; the old value begins with 0 or +, which a spreadsheet cuts off
            """.ReplaceLineEndings("\n"),
            log.Findings());
        Assert.Contains("4 u3 born: ChangeResponse 2024-01-01 → 2024-02-01\n5 u4 age: ChangeResponse 7 → 8\n", log.Print(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_formula_that_nobody_worked_out_is_no_value() => Assert.Equal(
        "cleaning_log 2 new_value | LOGF-08 Error | the new value is a formula that was never worked out",
        MadeLog.Xlsx(workbook => workbook.Sheet("cleaning_log", Header, "u1,phone,x,,change").Cell("D2").FormulaA1 = "4+4").Findings());

    [Fact]
    public void An_error_of_the_spreadsheet_is_no_value_and_the_result_of_a_formula_is_one()
    {
        var workbook = MadeLog.Workbook(w => w.Sheet("cleaning_log", Header, "u1,phone,x,y,change", "u2,phone,x,y,change", "u3,age,7,0,change"));
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
            foreach (var place in (string[])["C2", "D3"]) (cells[place].DataType, cells[place].CellValue) = (CellValues.Error, new("#NAME?"));
            (cells["D4"].DataType, cells["D4"].CellFormula, cells["D4"].CellValue) = (null, new("4+4"), new("8"));
        }

        using var folder = new Ingest.TemporaryFolder();
        var log = LogReader.Read(folder.Bytes("log.xlsx", stream.ToArray()), new(), [MadeLog.Form]);
        Assert.EndsWith("4 u3 age: ChangeResponse 7 → 8", log.Print(), StringComparison.Ordinal);
        Assert.Equal(
            "cleaning_log 2 old_value | LOGF-07 Error | the old value is an error of the spreadsheet\ncleaning_log 3 new_value | LOGF-08 Error | the new value is an error of the spreadsheet",
            log.Findings());
    }

    [Fact]
    public void Merged_cells_refuse_the_log_and_hidden_rows_are_read_with_a_notice()
    {
        var log = MadeLog.Xlsx(workbook =>
        {
            var sheet = workbook.Sheet("cleaning_log", Header, "u1,age,5,6,change", "u2,age,5,6,change", ",,,,", "u4,age,5,6,change", "u5,age,5,6,change");
            sheet.Range("E5:E6").Merge();
            sheet.Row(3).Hide();
        });

        Assert.Equal(
            "cleaning_log 3 - | LOGF-14 Notice | 1 row is hidden or filtered away; they are read like the others\n"
            + "cleaning_log 5 change_type | LOGF-14 Error | cells are merged here: it is not clear which rows the value belongs to\n"
            + "cleaning_log 6 change_type | LOGF-05 Error | a new value is given, but `change_type` does not say that it is to be taken",
            log.Findings());
        Assert.Equal([2, 3, 5, 6], log.Entries.Select(e => e.Location.Row));
    }

    [Fact]
    public void A_renamed_sheet_is_known_by_its_headers()
    {
        var log = MadeLog.Xlsx(workbook =>
        {
            workbook.Sheet("readme", "Cleaning log");
            workbook.Sheet("Лист1", Header, "u1,age,5,6,change");
            workbook.Sheet("deletion_log", "uuid,reason,decided_by,status", "u9,test,DM1,");
            workbook.Sheet("Notes", "who,what", "me,this");
        });

        Assert.Equal("2 u1 age: ChangeResponse 5 → 6\n2 u9 : RemoveSurvey ? → ∅ (test)", log.Print());
        Assert.Equal(
            "Notes 1 - | LOGF-14 Notice | the sheet `Notes` holds no log and is not read\n"
            + "Лист1 1 - | LOGF-14 Notice | there is no sheet `cleaning_log`; `Лист1` is read as the log by its headers",
            log.Findings());
    }

    [Fact]
    public void Two_sheets_that_are_a_log_are_refused()
    {
        var log = MadeLog.Xlsx(workbook =>
        {
            workbook.Sheet("cleaning_log", Header, "u1,age,5,6,change");
            workbook.Sheet("Copy", Header, "u1,age,5,7,change");
        });

        Assert.Equal("- | LOGF-14 Error | several sheets are a log: `cleaning_log`, `Copy`", log.Findings());
    }

    [Fact]
    public void A_comma_that_moves_cells_refuses_its_line_and_a_note_beside_the_table_is_told()
    {
        Assert.Equal("2 - | LOGF-14 Error | the line has more cells than the header: a separator inside a text has moved them", MadeLog.Csv($"{Header}\nu1,wage,3,4,5,change\n").Findings().Split('\n')[0]);

        var log = MadeLog.Xlsx(workbook => workbook.Sheet("cleaning_log", Header, "u1,age,5,6,change").Cell("G2").Value = "ask Ainura");
        Assert.Equal("cleaning_log 2 - | LOGF-14 Notice | the cell in column 7 stands beside the table and is not read", log.Findings());
    }

    [Fact]
    public void Any_bytes_are_a_log_or_a_refusal()
    {
        using var folder = new Ingest.TemporaryFolder();
        foreach (var text in (string[])["", "x", "\"", "uuid", "uuid,uuid\n1,2\n", "PK\u0003\u0004", "a\0b", "uuid,question,old_value,new_value,change_type\n\"u1,age\n"])
        {
            var file = folder.Text("any.csv", text);
            try
            {
                Assert.NotNull(LogReader.Read(file, new LogOptions()));
            }
            catch (InputException refusal)
            {
                Assert.StartsWith("FILE-", refusal.Code, StringComparison.Ordinal);
            }
        }
    }
}
