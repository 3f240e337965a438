using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Forms;

/// <summary>A form in the old .xls format (BIFF8), as offices with old programs send it.</summary>
public sealed class OldWorkbookFormTests
{
    private static readonly Form Read = FormReader.Read(InputFile.FromPath(Path.Combine(Repository.Root, "tests", "cases", "xls", "form.xls")));

    [Fact]
    public void Questions_and_labels_are_those_of_the_workbook()
    {
        Assert.Equal(["start", "consent", "age", "oblast", "year"], Read.Questions.Select(q => q.Name));
        Assert.Equal(["Русский (ru)", "Кыргызча (ky)"], Read.Languages.AsEnumerable());
        Assert.Equal("Облусуңуз", Read.Questions[3].Label.In("Кыргызча (ky)"));
    }

    [Fact]
    public void Choice_that_is_a_number_in_its_cell_is_named_without_a_decimal_point() =>
        Assert.Equal(["2023", "2024"], ((string[])["2023", "2024", "2024.0"]).Where(Read.Questions[4].Choices!.Contains));

    [Fact]
    public void Settings_are_read_and_a_version_that_is_a_date_stays_one()
    {
        Assert.Equal(("returnees_xls", "Русский (ru)"), (Read.Id, Read.DefaultLanguage));
        Assert.StartsWith("2024-03-01", Read.Version, StringComparison.Ordinal);
    }
}
