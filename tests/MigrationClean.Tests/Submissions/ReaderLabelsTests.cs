using MigrationClean.Diagnostics;
using MigrationClean.Submissions;
using MigrationClean.Tests.Forms;

namespace MigrationClean.Tests.Submissions;

/// <summary>One rule for the labels of all outputs.</summary>
public sealed class ReaderLabelsTests
{
    [Theory]
    [InlineData(null, Language.Kyrgyz, "Кыргызча (ky)")]
    [InlineData(null, Language.Russian, "Русский (ru)")]
    [InlineData(null, Language.English, "Русский (ru)")]
    [InlineData("ky", Language.Russian, "Кыргызча (ky)")]
    [InlineData("Русский (ru)", Language.Kyrgyz, "Русский (ru)")]
    public void Labels_are_those_asked_for_else_the_readers_else_the_forms(string? asked, Language reader, string expected)
    {
        var form = Sheets.Form(
            "type | name | label::Кыргызча (ky) | label::Русский (ru)\ntext | a | Аты | Имя",
            settings: "default_language\nРусский (ru)");

        Assert.Equal(expected, ReaderLabels.Of(asked, reader, [form]));
    }

    [Fact]
    public void Language_that_the_form_lacks_is_refused_when_asked_for()
    {
        var form = Sheets.Form("type | name | label::Русский (ru)\ntext | a | Имя");
        Assert.Throws<InputException>(() => ReaderLabels.Of("uz", Language.Russian, [form]));
    }
}
