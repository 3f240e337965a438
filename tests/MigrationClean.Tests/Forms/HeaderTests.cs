using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>Columns under all their spellings (xlsform §1 to §3).</summary>
public class HeaderTests
{
    [Theory]
    [InlineData("type", "type", null)]
    [InlineData("Type", "type", null)]
    [InlineData("command", "type", null)]
    [InlineData("tag", "name", null)]
    [InlineData("value", "name", null)]
    [InlineData("LABEL", "label", null)]
    [InlineData("caption", "label", null)]
    [InlineData("Constraint Message", "constraint_message", null)]
    [InlineData("constraining_message", "constraint_message", null)]
    [InlineData("requiredMsg", "required_message", null)]
    [InlineData("relevance", "relevant", null)]
    [InlineData("calculate", "calculation", null)]
    [InlineData("readonly", "read_only", null)]
    [InlineData("Read only", "read_only", null)]
    [InlineData("count", "repeat_count", null)]
    [InlineData("jr:count", "repeat_count", null)]
    [InlineData("$autoname", "$autoname", null)]
    [InlineData("kobo--matrix_list", "kobo--matrix_list", null)]
    [InlineData("kobo–matrix_list", "kobo--matrix_list", null)]
    [InlineData("kobo—score-choices", "kobo--score-choices", null)]
    [InlineData("my notes", null, null)]
    public void Plain_header_is_understood(string text, string? name, string? language) =>
        Assert.Equal(new Header(text, name, language), HeaderNames.Survey.Resolve(text, ":"));

    [Theory]
    [InlineData("bind::required", "required", null)]
    [InlineData("bind::relevant", "relevant", null)]
    [InlineData("bind::constraint", "constraint", null)]
    [InlineData("bind::jr:requiredMsg", "required_message", null)]
    [InlineData("bind::jr:constraintMsg::Кыргызча (ky)", "constraint_message", "Кыргызча (ky)")]
    [InlineData("control::jr:count", "repeat_count", null)]
    [InlineData("body::appearance", "appearance", null)]
    [InlineData("media::image::English (en)", "image", "English (en)")]
    [InlineData("image::English (en)", "image", "English (en)")]
    [InlineData("Label :: Русский (ru)", "label", "Русский (ru)")]
    [InlineData("hint::Кыргызча", "hint", "Кыргызча")]
    [InlineData("relevant::English", null, null)]
    [InlineData("bind::esri:fieldType", null, null)]
    [InlineData("instance::odk:tag", "compact_tag", null)]
    public void Header_of_parts_is_understood(string text, string? name, string? language) =>
        Assert.Equal(new Header(text, name, language), HeaderNames.Survey.Resolve(text, "::"));

    [Theory]
    [InlineData("label:English", "label", "English")]
    [InlineData("media:image:English", "image", "English")]
    [InlineData("bind:jr:constraintMsg", "constraint_message", null)]
    [InlineData("control:jr:count", "repeat_count", null)]
    public void Old_single_colons_part_a_header(string text, string name, string? language) =>
        Assert.Equal(new Header(text, name, language), HeaderNames.Survey.Resolve(text, ":"));

    [Fact]
    public void Single_colon_parts_nothing_where_the_sheet_has_double_ones()
    {
        var form = Sheets.Form("type | name | label::English | label:French\ntext | a | A | B");

        Assert.Equal("English", Assert.Single(form.Languages));
        Assert.Equal("B", form.Questions[0].ExtraColumns["label:French"]);
    }

    [Fact]
    public void Sheets_are_found_whatever_their_case()
    {
        var form = FormReader.Read("form.xlsx", [
            Sheets.Grid("Survey", "type | name\nselect_one yn | a")!,
            Sheets.Grid("CHOICES", "List Name | Value | Caption\nyn | y | Yes")!,
            Sheets.Grid("Settings", "Title | id_string\nMy survey | my")!]);

        Assert.Equal("Yes", form.Questions[0].Choices!.Find("y")!.Label.In(null));
        Assert.Equal(("My survey", "my"), (form.Title, form.Id));
    }

    [Fact]
    public void Single_sheet_of_another_name_is_the_survey() =>
        Assert.Equal("a", FormReader.Read("form.csv", [Sheets.Grid("Sheet1", "type | name\ntext | a")!]).Questions[0].Path);

    [Fact]
    public void Form_id_may_be_given_twice() =>
        Assert.Equal("f", Sheets.Form("type | name\ntext | a", settings: "form_id | id_string\nf | g").Id);

    [Fact]
    public void Reading_stops_after_sixty_blank_rows()
    {
        var near = Sheets.Form("type | name\ntext | a" + new string('\n', 60) + "text | b");
        var far = Sheets.Form("type | name\ntext | a" + new string('\n', 61) + "text | b");

        Assert.Equal((2, 1), (near.Questions.Length, far.Questions.Length));
        Assert.Equal(62, near.Questions[1].Place.Row);
    }
}
