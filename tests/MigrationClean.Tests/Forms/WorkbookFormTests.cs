using System.IO.Compression;
using ClosedXML.Excel;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>Forms as files: workbooks and CSV, and files that are no forms.</summary>
public sealed class WorkbookFormTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("forms").FullName;

    [Fact]
    public void Workbook_is_read_with_its_places()
    {
        var form = FormReader.Read(Workbook("form.xlsx",
            ("survey", [["type", "name", "label::English (en)", "label::Кыргызча (ky)", "constraint"],
                [], ["select_one sex", "sex", "Sex", "Жынысы", ""], ["integer", "age", "Age", "Жашы", ". < 120 and . != ‘’"]]),
            ("choices", [["list_name", "name", "label::English (en)"], ["sex", "01", "Female"], ["sex", "02", "Male"]]),
            ("settings", [["form_title", "version"], ["A made-up survey", "2026"]])));

        Assert.Equal("sex SelectOne sex [Sex]\nage Integer [Age]", Sheets.Print(form));
        Assert.Equal(new FormExpression(". < 120 and . != ''", new("survey", 4, "constraint")), form.Questions[1].Constraint);
        Assert.Equal("English (en), Кыргызча (ky)", string.Join(", ", form.Languages));
        Assert.True(form.Lists["sex"].Contains("01"));
        Assert.Equal(("A made-up survey", "2026", "form.xlsx"), (form.Title, form.Version, form.Source));
        Assert.Matches("^[0-9a-f]{64}$", form.Sha256);
    }

    [Fact]
    public void What_is_not_judged_is_kept_as_written_entities_tags_and_sheets_of_the_author()
    {
        (string Name, string[][] Rows)[] sheets =
        [
            ("survey", [["type", "name", "label", "save_to", "bind::esri:length", "My notes"], ["text", "name", "Name", "full_name", "30", "ask  the elder"],
                ["osm trees", "tree", "Tree", "", "", ""]]),
            ("entities", [["list_name", "label", "create_if", "update_if", "entity_id"], ["people", "concat(${name}, '  two')", "${name} != ''", "", "uuid()"]]),
            ("osm", [["list name", "name", "label"], ["trees", "species", "Species"]]),
            ("my sheet", [["anything"], ["x"]]),
        ];
        var file = Workbook("form.xlsx", sheets);

        var kept = FormFile.Read(file).Sheets;

        Assert.Equal(
            sheets.Select(s => (s.Name, string.Join('\n', s.Rows.Select(r => string.Join('|', r))))),
            kept.Select(s => (s.Name, string.Join('\n', s.Rows.Select(r => string.Join('|', r.Cells)).Prepend(string.Join('|', s.Headers.Select(h => h.Text)))))));
        Assert.Equal("full_name 30 ask  the elder", string.Join(' ', FormReader.Read(file).Questions[0].ExtraColumns.OrderByDescending(c => c.Key, StringComparer.Ordinal).Select(c => c.Value)));
    }

    [Fact]
    public void Csv_is_read_as_the_survey()
    {
        var path = Path.Combine(_folder, "form.csv");
        File.WriteAllText(path, "type,name,label\ntext,a,\"A, or b\"\n");

        var form = FormReader.Read(InputFile.FromPath(path));

        Assert.Equal("a Text [A, or b]", Sheets.Print(form));
        Assert.Equal(2, form.Questions[0].Place.Row);
    }

    [Fact]
    public void Standard_input_is_read()
    {
        var form = FormReader.Read(InputFile.FromStream("-", () => new MemoryStream("{\"survey\":[{\"type\":\"text\",\"name\":\"a\"}]}"u8.ToArray())));

        Assert.Equal(("-", "a"), (form.Source, form.Questions[0].Name));
    }

    [Fact]
    public void Export_given_as_form_is_refused_and_the_refusal_says_what_it_is()
    {
        var refusal = Sheets.Refused(() => FormReader.Read(Workbook("may.xlsx", ("Return survey", [["start", "age", "_id", "_uuid"], ["1", "2", "3", "4"]]))));

        Assert.Equal(("FILE-02/form-export", "this is an export of submissions, not a form"), (refusal.Key, refusal.Message));
        Assert.Equal("may.xlsx", refusal.Location!.File);
        Assert.Equal("Not a form that can be read", Messages.For(Language.English).Text(refusal.Key, "title"));
    }

    [Fact]
    public void Archive_of_csv_files_given_as_form_is_refused()
    {
        var path = Path.Combine(_folder, "central.zip");
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(archive.CreateEntry("survey.csv").Open()))
            writer.Write("SubmissionDate,KEY\n2026-01-01,uuid:1\n");

        Assert.Equal("FILE-02/form-archive", Sheets.Refused(() => FormReader.Read(InputFile.FromPath(path))).Key);
    }

    [Fact]
    public void Place_of_a_mistake_is_that_of_the_spreadsheet()
    {
        var refusal = Sheets.Refused(() => FormReader.Read(Workbook("form.xlsx",
            ("Survey", [["type", "name"], ["text", "a"], [], ["begin group", "g"], ["text", "b"]]))));

        Assert.Equal(("Survey", 4, "FILE-02/form-unclosed"), (refusal.Location!.Sheet, refusal.Location.Row, refusal.Key));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private InputFile Workbook(string name, params (string Sheet, string[][] Rows)[] sheets)
    {
        using var workbook = new XLWorkbook();
        foreach (var (sheetName, rows) in sheets)
        {
            var sheet = workbook.AddWorksheet(sheetName);
            for (var row = 0; row < rows.Length; row++)
                for (var column = 0; column < rows[row].Length; column++)
                    sheet.Cell(row + 1, column + 1).SetValue(rows[row][column]);
        }

        var path = Path.Combine(_folder, name);
        workbook.SaveAs(path);
        return InputFile.FromPath(path);
    }
}
