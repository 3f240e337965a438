using ClosedXML.Excel;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Tests.Cleaning.Reading;
using MigrationClean.Tests.Ingest;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

/// <summary><c>log new</c>: the workbook that people fill, filled by another writer, and read back.</summary>
public sealed class LogDraftTests
{
    private const string Survey =
        """
        {"survey":[
          {"type":"text","name":"enumerator","label":"Enumerator"},
          {"type":"select_one yesno","name":"consent","label":"Consent"},
          {"type":"integer","name":"age","label":"Age","constraint":". >= 15 and . < 100"},
          {"type":"decimal","name":"wage","label":"Wage","constraint":". > 0 or . = -1"},
          {"type":"date","name":"born","label":"Born","constraint":". <= today()"},
          {"type":"select_one work","name":"work","label":"Work"},
          {"type":"text","name":"work_other","label":"Other work","relevant":"${work} = 'other'"},
          {"type":"select_multiple need","name":"need","label":"Needs"}],
         "choices":[
          {"list_name":"yesno","name":"yes","label::ru":"Да","label":"Yes"},{"list_name":"yesno","name":"no","label::ru":"Нет","label":"No"},
          {"list_name":"work","name":"01","label":"Farm","label::ru":"Ферма"},{"list_name":"work","name":"02","label":"Trade","label::ru":"Торговля"},
          {"list_name":"work","name":"other","label":"Other","label::ru":"Другое"},
          {"list_name":"need","name":"food","label":"Food"},{"list_name":"need","name":"cash","label":"Cash"}],
         "settings":[{"form_id":"f","version":"v1"}]}
        """;

    private const string Header = "_uuid,enumerator,consent,age,wage,born,work,work_other,need,need/food,need/cash\n";

    private const string Data = Header
        + "11111111-0000-4000-8000-000000000001,E1,yes,200,abc,2090-13-45,3,,food,0,1\n"
        + "11111111-0000-4000-8000-000000000002,E2,yes,5,7,2001-01-01,other,selling,food,1,0\n"
        + "11111111-0000-4000-8000-000000000003,E2,no,,,,,,,,\n";

    [Fact]
    public void The_workbook_has_all_sheets_and_nothing_is_decided_when_it_comes_back_untouched()
    {
        using var folder = new TemporaryFolder();
        var workbook = Workbook(New(folder, Data));

        Assert.Empty(Workbooks.Problems(workbook));
        Assert.Equal(["readme", "cleaning_log", "others", "deletion_log", "enumerators", "summary", "validation_rules"], Workbooks.SheetNames(workbook));
        var read = Read(folder, workbook);
        Assert.Empty(read.Findings);
        Assert.All(read.Entries, e => Assert.Equal(MigrationClean.Cleaning.Log.ChangeType.Pending, e.ChangeType));
        Assert.Equal(
            ["1 age", "1 born", "1 need", "1 wage", "1 work", "2 age", "2 work_other", "3 "],
            read.Entries.Select(e => $"{e.Submission[^1]} {e.Question}").Order(StringComparer.Ordinal));
        Assert.Equal(["E1", "1", "E2", "2"], new[] { "A2", "B2", "A3", "B3" }.Select(c => Workbooks.Cells(workbook, "enumerators")[c]));
    }

    [Fact]
    public void Each_cell_to_fill_knows_what_its_question_allows()
    {
        using var folder = new TemporaryFolder();
        using var workbook = new XLWorkbook(new MemoryStream(Workbook(New(folder, Data, Language.Russian))));
        var sheet = workbook.Worksheet("cleaning_log");
        IXLCell NewValueOf(string question) => sheet.RowsUsed().First(r => r.Cell(5).GetString() == question).Cell(8);

        var age = NewValueOf("age").DataValidation;
        Assert.Equal((XLAllowedValues.WholeNumber, XLErrorStyle.Warning, "15", "99"), (age.AllowedValues, age.ErrorStyle, age.MinValue, age.MaxValue));
        var wage = NewValueOf("wage").DataValidation;
        Assert.Equal((XLAllowedValues.Decimal, "-999999999999"), (wage.AllowedValues, wage.MinValue));
        Assert.Equal((XLAllowedValues.Date, "yyyy\\-mm\\-dd"), (NewValueOf("born").DataValidation.AllowedValues, NewValueOf("born").Style.NumberFormat.Format));
        var work = NewValueOf("work").DataValidation;
        Assert.Equal((XLAllowedValues.List, "01 = Ферма\n02 = Торговля\nother = Другое"), (work.AllowedValues, work.InputMessage));
        Assert.Equal(["01", "02", "other"], workbook.NamedRange(work.Value).Ranges.Single().Cells().Select(c => c.GetString()));
        Assert.Equal("food = Food\ncash = Cash", NewValueOf("need").DataValidation.InputMessage);
        Assert.All(sheet.RowsUsed().Skip(1), row => Assert.Equal((true, false), (row.Cell(7).Style.Protection.Locked, row.Cell(8).Style.Protection.Locked)));
    }

    [Fact]
    public void What_another_writer_fills_in_is_read()
    {
        using var folder = new TemporaryFolder();
        using var workbook = new XLWorkbook(new MemoryStream(Workbook(New(folder, Data))));
        var log = workbook.Worksheet("cleaning_log");
        void Fill(string question, object value, string type)
        {
            var row = log.RowsUsed().First(r => r.Cell(5).GetString() == question);
            if (value is string text) row.Cell(8).SetValue(text);
            else row.Cell(8).Value = value;
            row.Cell(9).Value = type;
        }

        Fill("age", 20, "change_response");
        Fill("born", new DateTime(2001, 2, 3), "change_response");
        Fill("work", "02", "change_response");
        Fill("wage", "", "blank_response");
        var others = workbook.Worksheet("others");
        others.Cell("J2").Value = "Trade";
        var deletions = workbook.Worksheet("deletion_log");
        deletions.Cell("J2").Value = "DM1";
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);

        var read = Read(folder, saved.ToArray());
        Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Error);
        var lines = read.Print().Split('\n').Where(line => !line.Contains("Pending", StringComparison.Ordinal)).Select(line => line.Split("0000000000")[1][2..]).ToList();
        Assert.Equal(
            [
                " age: ChangeResponse 200 → 20", " born: ChangeResponse 2090-13-45 → 2001-02-03", " wage: BlankResponse abc → ∅", " work: ChangeResponse 3 → 02",
                " work: ChangeResponse other → 02", " work_other: BlankResponse selling → ∅", " : RemoveSurvey ? → ∅ (no consent)",
            ],
            [.. lines.Take(4).Order(StringComparer.Ordinal), .. lines.Skip(4)]);
    }

    [Fact]
    public void The_next_day_decisions_stay_accepted_findings_are_quiet_and_changed_values_open_again()
    {
        using var folder = new TemporaryFolder();
        using var workbook = new XLWorkbook(new MemoryStream(Workbook(New(folder, Data))));
        foreach (var row in workbook.Worksheet("cleaning_log").RowsUsed().Skip(1)) row.Cell(9).Value = "no_action";
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        var earlier = folder.Bytes("earlier.xlsx", saved.ToArray());

        var quiet = New(folder, Data, earlier: earlier);
        Assert.Equal((6, 0), (quiet.Lines, quiet.Added));

        var grown = Data.Replace(",200,", ",201,", StringComparison.Ordinal) + "11111111-0000-4000-8000-000000000004,E1,yes,7,5,2001-01-01,01,,,,\n";
        var next = New(folder, grown, earlier: earlier);
        Assert.Equal((8, 2), (next.Lines, next.Added));
        using var text = new MemoryStream();
        next.WriteCsv(text, new());
        var rows = CsvText.Read(System.Text.Encoding.UTF8.GetString(text.ToArray())).Skip(1).ToList();
        Assert.All(rows.Take(6), row => Assert.Equal("no_action", row[8]));
        Assert.Equal([("201", "", "reopened: the value has changed since the decision no_action"), ("7", "", "pending")], rows.Skip(6).Select(row => (row[6], row[8], row[21])));
    }

    [Fact]
    public void A_proposal_to_remove_one_of_two_copies_says_which()
    {
        using var folder = new TemporaryFolder();
        var copies = Data.Replace(Header, Header.Replace("\n", ",_index\n", StringComparison.Ordinal), StringComparison.Ordinal);
        var lines = copies.TrimEnd('\n').Split('\n').Select((line, i) => i == 0 ? line : $"{line},{i}").ToList();
        lines.Add($"{lines[2][..^1]}4");
        var log = New(folder, string.Join('\n', lines) + "\n");
        var cells = Workbooks.Cells(Workbook(log), "deletion_log");

        Assert.Equal(("_index", "duplicate", "4", "proposed"), (cells["N1"], cells["G3"], cells["N3"], cells["M3"]));
        var earlier = folder.Bytes("earlier.xlsx", Workbook(log));
        var next = Workbooks.Cells(Workbook(New(folder, string.Join('\n', lines) + "\n", earlier: earlier)), "deletion_log");
        Assert.Equal(cells.Values.Order(StringComparer.Ordinal), next.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Impacts_columns_are_exactly_theirs()
    {
        using var folder = new TemporaryFolder();
        var log = New(folder, Data, asImpact: true);
        using var text = new MemoryStream();
        log.WriteCsv(text, new());

        Assert.StartsWith("uuid,old_value,question,issue,check_id,check_binding,change_type,new_value\n", System.Text.Encoding.UTF8.GetString(text.ToArray()), StringComparison.Ordinal);
        var workbook = Workbook(log);
        Assert.Empty(Workbooks.Problems(workbook));
        Assert.Equal("impact-cleaningtools", Read(folder, workbook).Profile);
    }

    [Fact]
    public void A_text_that_no_cell_holds_is_refused_and_never_cut()
    {
        using var folder = new TemporaryFolder();
        var log = New(folder, Data.Replace("selling", new string('x', 32_768), StringComparison.Ordinal));

        Assert.Equal("FILE-13/long-text", Assert.Throws<InputException>(() => Workbook(log)).Key);
    }

    private static LogFile New(TemporaryFolder folder, string data, Language language = Language.English, InputFile? earlier = null, bool asImpact = false) => MigrationClean.Logs.New(new()
    {
        Input = new()
        {
            Exports = [folder.Text("export.csv", data)],
            Forms = [folder.Text("form.json", Survey)],
            Checks = new() { Consent = new() { Question = "consent", Accept = ["yes"] }, Columns = new() { Enumerator = "enumerator" } },
        },
        Earlier = earlier is null ? [] : [earlier],
        AsImpact = asImpact,
        Language = language,
    });

    private static byte[] Workbook(LogFile log)
    {
        using var stream = new MemoryStream();
        log.WriteWorkbook(stream);
        return stream.ToArray();
    }

    private static MigrationClean.Cleaning.Log.ReadLog Read(TemporaryFolder folder, byte[] workbook) =>
        LogReader.Read(folder.Bytes("log.xlsx", workbook), new(), [MigrationClean.Forms.FormReader.Read(folder.Text("form.json", Survey))]);
}
