using System.Collections.Frozen;
using System.Collections.Immutable;
using ClosedXML.Excel;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;
using MigrationClean.Writing;
using Column = MigrationClean.Ingest.Columns.Column;

namespace MigrationClean.Tests.Writing;

public class CleaningLogTests
{
    private static readonly SubmissionSet Made = MakeSubmissions();
    private static readonly Fieldwork Columns = new("enumerator", "village");

    [Fact]
    public void Each_finding_of_warning_or_worse_about_an_answer_is_a_pending_line()
    {
        var lines = Lines(Found("a1", "sex", "femle"), Found("a2", "age", "200") with { Severity = Severity.Notice }, Found("a1", null, null), Found(null, "sex", "x"));
        var line = Assert.Single(lines);
        Assert.Equal(
            [
                "id1-sex", "a1", "", "", "sex", "Жынысы", "femle", "", "", "`femle` is in the folder, but not in the manifest", "FILE-14", "id1", "", "", "", "", "", "",
                "E07", "2024-03-05", "Osh", "pending",
            ],
            line);
    }

    [Fact]
    public void A_line_about_a_repeat_names_it_and_the_row()
    {
        var line = Assert.Single(Lines(Found("a1", "born", "2090-01-01") with { Table = "grp/children", RowPath = "2" }));
        Assert.Equal(("children", "2"), (line[2], line[3]));
    }

    [Fact]
    public void Two_lines_never_share_an_id()
    {
        var lines = Lines(Found("a1", "sex", "x"), Found("a2", "sex", "x"));
        Assert.Equal(["id1-sex", "id1-sex-2"], lines.Select(l => l[0]));
    }

    [Fact]
    public void A_cell_has_one_line_whatever_was_found_about_it()
    {
        var line = Assert.Single(Lines(Found("a1", "sex", "x"), Found("a1", "sex", null) with { Check = new("FILE-13", "output-refused"), Variant = "exists" }));
        Assert.Equal(("FILE-14;FILE-13", "x"), (line[10], line[6]));
    }

    [Fact]
    public void Lines_of_one_incident_stand_together_and_show_the_answer_that_a_finding_does_not_name()
    {
        var lines = Lines(Found("a1", "sex", "x") with { Group = "g" }, Found("a2", "sex", "x"), Found("a1", "age", null) with { Group = "g", Arguments = [new("file", "")] });
        Assert.Equal(["a1 sex x", "a1 age 30", "a2 sex x"], lines.Select(l => $"{l[1]} {l[4]} {l[6]}"));
    }

    [Fact]
    public void Who_did_not_consent_gets_no_line_in_the_log() =>
        Assert.Empty(Log([Found("a2", "sex", "x")], [new(1, "a2", RemovalReason.NoConsent, "CON-01")]).Entries);

    [Fact]
    public void The_deletion_log_tells_who_left_and_why()
    {
        ImmutableArray<Removal> removals = [new(2, "a1", RemovalReason.Duplicate, "ID-02", ReplacedBy: 0), new(1, "a2", RemovalReason.NoConsent, "CON-01")];
        var rows = DeletionLog.Rows(Made, removals, [Found("a2", "consent", "no") with { Check = new("CON-01", "no-consent") }], _ => "id9", Columns);
        Assert.Equal(
            [
                ["a2", "", "", "E08", "Naryn", "", "no consent", "CON-01", "id9", "rule", "", "", "removed"],
                ["a1", "", "", "E07", "Osh", "", "duplicate", "ID-02", "", "rule", "", "a1", "removed"],
            ],
            rows);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Russian)]
    [InlineData(Language.Kyrgyz)]
    public void The_workbook_is_valid_and_has_its_sheets_in_order(Language language)
    {
        var workbook = Workbook(language, Found("a1", "sex", "femle"), Found("a2", "sex", "=1+1"), Found("a2", "age", "0712") with { Group = "g" });
        Assert.Empty(Workbooks.Problems(workbook));
        Assert.Equal(["readme", "cleaning_log", "others", "deletion_log", "enumerators", "summary", "validation_rules"], Workbooks.SheetNames(workbook));
        Assert.Contains("change_response", Workbooks.Cells(workbook, "readme")["A11"], StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_stand_in_the_workbook_as_texts_as_they_are()
    {
        var workbook = Workbook(Language.English, Found("a1", "sex", "'=x"), Found("a2", "sex", "=1+1"), Found("a2", "age", "0712"));
        var cells = Workbooks.Cells(workbook, "cleaning_log");
        Assert.Equal(("'=x", "=1+1", "0712"), (cells["G2"], cells["G3"], cells["G4"]));
        Assert.DoesNotContain("<x:f>", Workbooks.Xml(workbook, "cleaning_log"), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_to_fill_are_open_with_lists_and_the_rest_is_locked()
    {
        using var workbook = new XLWorkbook(new MemoryStream(Workbook(Language.English, Found("a1", "sex", "femle"), Found("a2", "sex", "x"), Found("a1", "age", "-1"))));
        var sheet = workbook.Worksheet("cleaning_log");

        Assert.True(sheet.Protection.IsProtected);
        Assert.False(sheet.Cell("H2").Style.Protection.Locked);
        Assert.True(sheet.Cell("G2").Style.Protection.Locked);
        Assert.Equal((1, 2), (sheet.SheetView.SplitRow, sheet.SheetView.SplitColumn));
        Assert.True(sheet.AutoFilter.IsEnabled);
        Assert.Equal(XLWorksheetVisibility.Hidden, workbook.Worksheet("validation_rules").Visibility);
        Assert.All(sheet.ColumnsUsed(), c => Assert.InRange(c.Width, 8, 45));

        var types = sheet.Cell("I2").DataValidation;
        Assert.Equal((XLAllowedValues.List, XLErrorStyle.Stop), (types.AllowedValues, types.ErrorStyle));
        Assert.Equal(CleaningLog.ChangeTypes, Values(workbook, types.Value));
        var names = sheet.Cell("H3").DataValidation;
        Assert.Equal((XLAllowedValues.List, XLErrorStyle.Warning), (names.AllowedValues, names.ErrorStyle));
        Assert.Equal(["female", "male"], Values(workbook, names.Value));
    }

    [Fact]
    public void An_empty_log_is_a_workbook_too()
    {
        var workbook = Workbook(Language.Kyrgyz);
        Assert.Empty(Workbooks.Problems(workbook));
        Assert.Equal("entry_id", Workbooks.Cells(workbook, "cleaning_log")["A1"]);
    }

    [Fact]
    public void The_same_log_gives_the_same_bytes()
    {
        var first = Workbook(Language.Russian, Found("a1", "sex", "femle"));
        Assert.Equal(first, Workbook(Language.Russian, Found("a1", "sex", "femle")));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("docProps", StringComparison.Ordinal) || e.FullName.Contains("metadata", StringComparison.Ordinal));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void The_logs_are_written_into_restricted()
    {
        using var test = new TestFolder();
        using var folder = OutputFolder.Open(new() { Path = test["out"] });
        RestrictedWriter.WriteLogs(
            Made, [Found("a1", "sex", "=femle")], [new(1, "a2", RemovalReason.NoConsent, "CON-01")], new() { FindingId = _ => "id1", Fieldwork = Columns }, folder);
        folder.Commit();

        Assert.Equal(
            [("restricted/cleaning-log.csv", 1), ("restricted/cleaning-log.xlsx", null), ("restricted/deletion-log.csv", 1)], folder.Files.Select(f => (f.Path, f.Rows)));
        Assert.Equal("'=femle", CsvText.Read(File.ReadAllText(test["out/restricted/cleaning-log.csv"]))[1][6]);
        Assert.Equal("uuid,table,row_path,enumerator,site,start,reason,check_ids,findings,decided_by,decided_at,replaced_by,status", File.ReadLines(test["out/restricted/deletion-log.csv"]).First());
    }

    private static string[] Values(XLWorkbook workbook, string range) =>
        [.. workbook.NamedRange(range).Ranges.Single().Cells().Select(c => c.GetString())];

    private static CleaningLog Log(Finding[] findings, Removal[] removals) => CleaningLog.Of(Made, findings, removals, _ => "id1");

    private static IReadOnlyList<string[]> Lines(params Finding[] findings) =>
        [.. Log(findings, []).Rows(Made, Columns, Messages.For(Language.English), "Кыргызча (ky)").Select(row => row.Cells)];

    private static byte[] Workbook(Language language, params Finding[] findings)
    {
        var log = Log(findings, []);
        using var stream = new MemoryStream();
        CleaningLogWorkbook.Write(
            new()
            {
                Lines = log.Rows(Made, Columns, Messages.For(language), null),
                Removed = [],
                Data = [("may.csv", new string('a', 64))],
                Tool = "migrationclean 1.0.0",
                Language = language,
            },
            stream);
        return stream.ToArray();
    }

    private static Finding Found(string? submission, string? question, string? value) => new()
    {
        Check = OutputCheck.Id,
        Variant = "additional",
        Severity = Severity.Error,
        Location = new() { File = "may.csv" },
        SubmissionId = submission,
        Question = question,
        Value = value,
        Arguments = [new("file", value ?? "", Sensitive: true)],
    };

    private static SubmissionSet MakeSubmissions()
    {
        var root = new Group("data", null, isRepeat: false) { Place = default };
        var label = new LocalText([("English (en)", "Sex"), ("Кыргызча (ky)", "Жынысы")]);
        var list = new ChoiceList("sex", [Choice("female"), Choice("male")]);
        var sex = new Question("sex", root) { Type = QuestionType.SelectOne, TypeText = "select_one sex", Choices = list, ListName = "sex", Label = label, Place = default };
        var age = new Question("age", root) { Type = QuestionType.Integer, TypeText = "integer", Place = default };
        root.Fill([sex, age]);

        (string Name, Question? Question, string?[] Values)[] columns =
        [
            ("sex", sex, ["femle", "male", "femle"]),
            ("age", age, ["30", "200", "30"]),
            ("enumerator", null, ["E07", "E08", "E07"]),
            ("village", null, ["Osh", "Naryn", "Osh"]),
            ("today", null, ["2024-03-05", "2024-03-06", "2024-03-05"]),
        ];
        var sheet = new Sheet
        {
            File = "may.csv",
            Headers = [.. columns.Select(c => c.Name)],
            Columns = [.. columns.Select(c => Column.FromTexts(c.Values))],
            RowCount = 3,
            Places = new(2),
        };
        var main = new Table(
            null,
            null,
            [],
            [.. columns.Select((c, i) => new TableColumn { Role = ColumnRole.Answer, Name = c.Name, Header = c.Name, Number = i + 1, Question = c.Question, Raw = sheet.Columns[i], Value = sheet.Columns[i] })],
            [new(sheet, 0, 3, 0)])
        {
            Identity = Column.FromTexts(["a1", "a2", "a1"]),
        };
        return new() { Forms = [new Form(root) { Source = "form.xlsx" }], Inputs = [], Main = main };
    }

    private static Choice Choice(string name) => new(name, LocalText.Empty, FrozenDictionary<string, string>.Empty, default);
}
