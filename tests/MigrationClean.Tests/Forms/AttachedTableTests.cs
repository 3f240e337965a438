using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Forms;

/// <summary>Files beside the form: lists and look-ups use them where they are there, and are not judged where they are not.</summary>
public sealed class AttachedTableTests : IDisposable
{
    private const string Form = """
        {"survey":[
          {"type":"text","name":"region","label":"Region"},
          {"type":"select_one_from_file places.csv","name":"place","label":"Place","choice_filter":"region = ${region}"},
          {"type":"select_one_from_file camps.geojson","name":"camp","label":"Camp"},
          {"type":"calculate","name":"pop","calculation":"pulldata('places', 'pop', 'name', ${place})"},
          {"type":"calculate","name":"price","calculation":"instance('prices')/root/item[code = 'rice']/price"}]}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("attached").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_beside_the_form_give_lists_and_values()
    {
        File.WriteAllText(Path.Combine(_folder, "places.csv"), "name,label,region,pop\nA1,Alai,O,120\nB1,Suzak,J,80\n");
        File.WriteAllText(Path.Combine(_folder, "prices.xml"), "<root><item><code>rice</code><price>40</price></item><item><code>oil</code><price>9</price></item></root>");
        File.WriteAllText(Path.Combine(_folder, "camps.geojson"), """
            {"type":"FeatureCollection","features":[{"type":"Feature","id":"c1","properties":{"title":"North"},"geometry":{"type":"Point","coordinates":[72.8,40.5]}}]}
            """);

        var report = Check("region,place,camp,pop,price\nO,A1,c1,120,40\nO,B1,c2,80,41\nO,X9,c1,,40\n");

        Assert.Equal(
            ["FORM-04 3 price", "FORM-05 3 camp", "FORM-05 4 place", "FORM-06 3 place"],
            report.Findings.Select(f => $"{f.Check.Code} {f.Location.Row} {f.Location.Column}").Order(StringComparer.Ordinal));
        Assert.Empty(report.NotJudged);
    }

    [Fact]
    public void What_needs_a_file_that_is_not_there_is_not_judged()
    {
        var report = Check("region,place,camp,pop,price\nO,A1,c1,120,40\n");

        Assert.Empty(report.Findings);
        Assert.Equal(
            ["FORM-04 pop file-missing", "FORM-04 price file-missing", "FORM-05 camp external-list", "FORM-05 place external-list", "FORM-06 place external-list"],
            report.NotJudged.Select(n => $"{n.Check.Code} {n.Question} {n.Reason}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_damaged_file_is_told_by_name()
    {
        File.WriteAllText(Path.Combine(_folder, "camps.geojson"), "{\"features\":");

        var refused = Assert.Throws<InputException>(() => Check("region,place,camp,pop,price\nO,A1,c1,120,40\n"));
        Assert.Equal("FILE-04/attached", refused.Key);
        Assert.Equal("camps.geojson", refused.Location!.File);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("/etc/hostname")]
    [InlineData("")]
    public void Only_the_forms_own_folder_is_looked_into(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "secret.csv"), "name\nx\n");
        Directory.CreateDirectory(Path.Combine(_folder, "inner"));

        Assert.Null(new AttachedTables(Path.Combine(_folder, "inner")).Find(name));
    }

    [Fact]
    public void Two_forms_that_call_themselves_one_version_are_told()
    {
        Form Of(string label) => FormReader.Read(InputFile.FromStream($"{label}.json", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"survey":[{"type":"text","name":"region","label":"{{label}}"}],"settings":[{"form_id":"f","version":"3"}]}"""))));
        File.WriteAllText(Path.Combine(_folder, "export.csv"), "region\nO\n");
        var export = ExportReader.Read(InputFile.FromPath(Path.Combine(_folder, "export.csv")), new());

        var told = Assert.Single(SubmissionReader.Read([export], [Of("a"), Of("b")]).Findings, f => f.Variant == "same-version");
        Assert.Equal("b.json", told.Location.File);
        Assert.DoesNotContain(SubmissionReader.Read([export], [Of("a"), Of("a")]).Findings, f => f.Variant == "same-version");
    }

    private CheckReport Check(string csv)
    {
        File.WriteAllText(Path.Combine(_folder, "form.json"), Form);
        File.WriteAllText(Path.Combine(_folder, "export.csv"), csv);
        var form = FormReader.Read(InputFile.FromPath(Path.Combine(_folder, "form.json")));
        var submissions = SubmissionReader.Read([ExportReader.Read(InputFile.FromPath(Path.Combine(_folder, "export.csv")), new())], [form]);
        return Checker.Run(submissions, new() { Select = ["FORM"], Consent = new() { NotNeeded = "a test" } });
    }
}
