using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>Forms in JSON: assets, versions, rows (machine-interfaces §2, kobo-exports §14.2).</summary>
public sealed class JsonFormTests : IDisposable
{
    private const string Asset = """
        {"uid":"aMadeUp","name":"Return survey","version_id":"vNew","deployed_version_id":"vOld","content":{
          "schema":"1","translations":["English (en)",null],"translated":["label","media::image"],
          "survey":[
            {"type":"start","name":"start","$kuid":"k0"},
            {"type":"begin_group","$autoname":"hh","label":["Household",null]},
            {"type":"select_one","name":"sex","select_from_list_name":"sex","_or_other":true,"required":false,"label":["Sex","Жынысы"],"tags":["hxl:#sex","hxl:+code"]},
            {"type":"select_one_from_file","name":"town","file":"towns.csv","label":"Town"},
            {"type":"range","name":"n","parameters":"start=0 end=5","default":3,"label":["N","N"],"media::image":["n.png",null]},
            {"type":"end_group"}],
          "choices":[{"list_name":"sex","$autovalue":"f","label":["Female","Аял"],"order":1.50},{"list_name":"sex","name":"m","label":["Male"]}],
          "settings":{"id_string":"ret","version":"4","default_language":null}}}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("forms").FullName;

    [Fact]
    public void Asset_is_read_with_its_languages_names_and_version()
    {
        var form = Sheets.Json(Asset);

        Assert.Equal("""
            start Start
            hh group [Household]
            hh/sex SelectOne sex [Жынысы]
            hh/sex_other Text
            hh/town SelectOneFromFile [Town]
            hh/n Range [N]
            """, Sheets.Print(form), ignoreLineEndingDifferences: true);
        Assert.Equal(("Return survey", "ret", "vNew", "vNew 4"), (form.Title, form.Id, form.Version, string.Join(' ', form.VersionIds)));
        Assert.Equal("English (en),", string.Join(',', form.Languages));
        var sex = form.Questions[1];
        Assert.Equal(("select_one sex or_other", "#sex+code", "false()"), (sex.TypeText, sex.HxlTag, sex.Required!.Text));
        Assert.Equal(new FormPlace("survey", 4, "type"), sex.Place);
        Assert.Equal(["f", "m"], sex.Choices!.Choices.Select(c => c.Name));
        Assert.Equal("1.50", sex.Choices.Find("f")!.Columns["order"]);
        Assert.Equal("Аял", sex.Choices.Find("f")!.Label.In(null));
        Assert.Equal("Town", form.Find("hh/town")!.Label.In("English (en)"));
        Assert.Equal("3", form.Questions[4].Default);
    }

    [Fact]
    public void Version_of_an_asset_is_named_by_its_uid()
    {
        var form = Sheets.Json("""{"uid":"vOne","name":"any","content":{"survey":[{"type":"text","name":"a","label":["A"]}]}}""");

        Assert.Equal(("vOne", null as string), (form.Version, form.Id));
    }

    [Fact]
    public void Rows_are_sheets_whose_columns_stand_in_order_of_appearance()
    {
        var form = Sheets.Json("""
            {"id":"case 1","Survey":[{},{"type":"integer","name":"age","constraint":". >= 18"},{"type":"text","name":"b","required":true,"default":5}],
             "choices":[],"settings":[{"form_id":"f1","version":"v1"}],"advice":["a"]}
            """);

        Assert.Equal(("f1", "v1"), (form.Id, form.Version));
        Assert.Equal(new FormExpression(". >= 18", new("Survey", 3, "constraint")), form.Questions[0].Constraint);
        Assert.Equal(("true()", "5"), (form.Questions[1].Required!.Text, form.Questions[1].Default));
    }

    [Fact]
    public void Bare_content_of_an_asset_and_old_types_are_read() =>
        Assert.Equal("a SelectOne L [A]", Sheets.Print(Sheets.Json(
            """{"translations":[null],"survey":[{"type":{"select_one":"L"},"name":"a","label":["A"]}],"choices":[{"list_name":"L","name":"1"}],"settings":{}}""")));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void File_is_told_apart_by_its_content(string encoding)
    {
        var path = Path.Combine(_folder, "form.xlsx");
        File.WriteAllText(path, "\n  " + """{"survey":[{"type":"text","name":"a"}]}""", Encoding.GetEncoding(encoding));

        var form = FormReader.Read(InputFile.FromPath(path));

        Assert.Equal(("a Text", "form.xlsx", 64), (Sheets.Print(form), form.Source, form.Sha256.Length));
    }

    [Theory]
    [InlineData("""{"count":1,"results":[{"_id":1,"_uuid":"x"}]}""", "FILE-02/form-export")]
    [InlineData("""[{"_uuid":"x","age":"3"}]""", "FILE-02/form-export")]
    [InlineData("""{"results":[{"uid":"a"}]}""", "FILE-02/form-kind")]
    [InlineData("""{"type":"FeatureCollection","name":"Survey","features":[{"type":"Feature"}]}""", "FILE-02/form-export")]
    [InlineData("[1]", "FILE-02/form-kind")]
    [InlineData("""{"content":7}""", "FILE-02/form-kind")]
    [InlineData("""{"a":1}""", "FILE-02/form-kind")]
    [InlineData("""{"survey":[]}""", "FILE-02/form-empty")]
    [InlineData("{\"survey\":[\n{\"type\":", "FILE-04/form-json")]
    [InlineData("""{"survey":[{"type":"\ud800","name":"a"}]}""", "FILE-04/form-json-text")]
    public void Json_that_is_no_form_is_refused(string json, string key) => Assert.Equal(key, Sheets.Refused(() => Sheets.Json(json)).Key);

    [Fact]
    public void Broken_json_is_refused_with_its_line()
    {
        var refusal = Sheets.Refused(() => Sheets.Json("{\"survey\":[\n{\"type\":"));

        Assert.Equal(2, refusal.Location!.Line);
        Assert.Equal("the JSON breaks off or is misspelt at line 2", refusal.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
