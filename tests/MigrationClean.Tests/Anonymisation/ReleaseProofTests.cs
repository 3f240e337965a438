using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Proof;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>What is claimed is proved on the bytes that were written (anonymisation §8, numbers 6, 7, 18 and 29).</summary>
public sealed class ReleaseProofTests : IDisposable
{
    private const string Survey = """
        type           | name      | label
        text           | resp_name | Name
        text           | phone     | Phone
        text           | story     | Tell me
        select_one sex | sex       | Sex
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("share").FullName;
    private readonly MadeSurvey _survey = MadeSurvey.Csv(
        Survey,
        "resp_name,phone,story,sex,_id,_uuid\nАсанова Гүлнара,0555 00 01 11,I walked to Osh with two friends,female,1,2f1c0d3e-0000\nЁлкин,+996 700 123 456,yes,female,2,2f1c0d3e-0001\n").WithoutConsent();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Clean_output_is_proved()
    {
        Write("main.csv", "_submission,sex\n1,female\n2,female\n");
        Write("README.txt", "Your own text may well say yes, Osh and friends.\n");

        var proof = Proof().Prove(_folder);

        Assert.Equal(2, proof.Files);
        Assert.True(proof.Values >= 6, $"{proof.Values}");
        Assert.Equal(0, proof.NotProved);
    }

    [Theory]
    [InlineData("1,Асанова Гүлнара")]
    [InlineData("1,асанова  гүлнара")]
    [InlineData("1,Aсaнoвa Гүлнара")]
    [InlineData("1,Аса\u200Bнова Гүлнара")]
    [InlineData("1,\"said Асанова, Гүлнара was here\"")]
    [InlineData("1,Елкин")]
    [InlineData("1,Е\u0308лкин")]
    [InlineData("1,996555000111")]
    [InlineData("1,0555-000-111")]
    [InlineData("1,0700123456")]
    [InlineData("1,2f1c0d3e-0000")]
    [InlineData("1,I walked to Osh with two friends")]
    [InlineData("1,and I walked to Osh with two friends.")]
    public void Identifier_in_a_cell_is_found_however_it_is_written(string row)
    {
        Write("main.csv", $"_submission,sex\n{row}\n");

        var stop = Assert.Throws<InputException>(() => Proof().Prove(_folder));
        Assert.Equal("PRIV-15", stop.Key);
        Assert.Contains("`main.csv`", stop.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Гүлнара", stop.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "<row><c t=\"inlineStr\"><is><t>Асанова &#x413;үлнара</t></is></c></row>")]
    [InlineData("xl/workbook.xml", "<sheet name=\"Асанова Гүлнара\" state=\"hidden\"/>")]
    [InlineData("xl/comments1.xml", "<comment><text><t>call +996 555 000 111</t></text></comment>")]
    [InlineData("docProps/core.xml", "<dc:creator>Асанова Гүлнара</dc:creator>")]
    public void Identifier_in_any_part_of_a_workbook_is_found(string part, string xml)
    {
        using (var zip = new ZipArchive(File.Create(Path.Combine(_folder, "data.xlsx")), ZipArchiveMode.Create))
        using (var stream = zip.CreateEntry(part).Open())
            stream.Write(Encoding.UTF8.GetBytes(xml));

        Assert.Throws<InputException>(() => Proof().Prove(_folder));
    }

    [Fact]
    public void Identifier_in_a_file_name_is_found()
    {
        Write("Асанова_Гүлнара.txt", "nothing");
        Assert.Throws<InputException>(() => Proof().Prove(_folder));
    }

    [Theory]
    [InlineData("И\u0306ылдырымова Анара", "Йылдырымова Анара")]
    [InlineData("(1) -- 2 / Токтогулова Анара Бекжановна", "12 Токтогулова Анара Бекжановна")]
    [InlineData("996 700 / 123 456 (her mother's)", "996 700 123 456 her mother's")]
    public void Identifier_is_found_whatever_its_beginning(string name, string written)
    {
        var survey = MadeSurvey.Csv(Survey, $"resp_name,phone,story,sex,_id,_uuid\n{name},0555000111,x,female,1,u1\n").WithoutConsent();
        Write("main.csv", $"_submission,sex\n1,{written}\n");

        Assert.Throws<InputException>(() => ReleaseProof.Prepare(survey.Submissions, survey.Release(), []).Prove(_folder));
    }

    [Fact]
    public void Words_of_released_labels_are_no_leak()
    {
        var survey = MadeSurvey.Csv(Survey, "resp_name,phone,story,sex,_id,_uuid\nFemale,0555000111,x,female,1,u1\n").WithoutConsent();
        var plan = survey.Draft();
        var released = survey.Release(new([.. plan.Rows.Select(r => r.Question == "sex" ? r with { Public = "keep" } : r)]));
        Write("main.csv", "_submission,sex\n1,female\n");

        Assert.Equal(1, ReleaseProof.Prepare(survey.Submissions, released, []).Prove(_folder).Files);
    }

    private ReleaseProof Proof() => ReleaseProof.Prepare(_survey.Submissions, _survey.Release(), []);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
