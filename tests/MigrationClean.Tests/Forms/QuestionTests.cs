using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>What a question takes from its row, and the languages of texts (xlsform §1, §2, §7).</summary>
public class QuestionTests
{
    [Fact]
    public void Words_for_yes_and_no_become_conditions_and_other_words_stay()
    {
        var form = Sheets.Form("""
            type | name | required | read_only | relevant
            text | a | yes | | TRUE
            text | b | No | yes | ${a} = 1
            text | c | oui | no |
            text | d | | |
            """);

        Assert.Equal(["true()", "false()", "oui", null], form.Questions.Select(q => q.Required?.Text));
        Assert.Equal(["true()", "${a} = 1", null, null], form.Questions.Select(q => q.Relevant?.Text));
        Assert.Equal([false, true, false, false], form.Questions.Select(q => q.IsReadOnly));
    }

    [Fact]
    public void Expressions_have_straight_quotes_and_their_place_and_labels_stay_as_written()
    {
        var form = Sheets.Form("type | name | bind::constraint | label\ntext | a | . != ‘x’ | The “good”  life");

        Assert.Equal(new FormExpression(". != 'x'", new("survey", 2, "bind::constraint")), form.Questions[0].Constraint);
        Assert.Equal("The “good”  life", form.Questions[0].Label.In(null));
    }

    [Fact]
    public void Runs_of_blanks_collapse_unless_the_settings_say_no()
    {
        const string survey = "type | name | default\ntext | a | x  y";

        Assert.Equal("x y", Sheets.Form(survey).Questions[0].Default);
        Assert.Equal("x  y", Sheets.Form(survey, settings: "clean_text_values\nno").Questions[0].Default);
    }

    [Fact]
    public void Parameters_are_parted_by_blanks_commas_and_semicolons()
    {
        var parameters = Sheets.Form("type | name | parameters\nrange | a | Start=1, end = 10;Step=0.5 value=MyID odd").Questions[0].Parameters;

        Assert.Equal("end=10 start=1 step=0.5 value=MyID", string.Join(' ', parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}")));
    }

    [Fact]
    public void Other_columns_are_kept_on_questions_and_choices()
    {
        var form = Sheets.Form(
            "type | name | privacy | bind::esri:type | image\nselect_one yn | a | direct | int | a.png",
            "list_name | name | oblast | $kuid\nyn | y | 02 | k1");

        Assert.Equal(["bind::esri:type=int", "image=a.png", "privacy=direct"], Texts(form.Questions[0].ExtraColumns));
        Assert.Equal(["$kuid=k1", "oblast=02"], Texts(form.Lists["yn"].Choices[0].Columns));
    }

    [Theory]
    [InlineData("hxl", "#need +code", "#need+code")]
    [InlineData("tags", "hxl:#affected hxl:+hh hxl:+idps", "#affected+hh+idps")]
    [InlineData("hxl", "none", null)]
    public void Hxl_tags_are_written_as_exports_do(string header, string text, string? tag) =>
        Assert.Equal(tag, Sheets.Form($"type | name | {header}\ntext | a | {text}").Questions[0].HxlTag);

    [Fact]
    public void Default_language_comes_first_and_texts_follow_the_form_order()
    {
        var form = Sheets.Form(
            "type | name | label::English (en) | label::Кыргызча (ky) | hint::Русский (ru)\ntext | a | Age | Жашы | сколько",
            settings: "default_language\nКыргызча (ky)");

        Assert.Equal("Кыргызча (ky), English (en), Русский (ru)", string.Join(", ", form.Languages));
        Assert.Equal(["Кыргызча (ky)", "English (en)"], form.Questions[0].Label.Languages);
        Assert.Equal("сколько", form.Questions[0].Hint.In("Русский (ru)"));
    }

    [Fact]
    public void Texts_without_language_come_first_where_no_header_names_the_default_one()
    {
        var form = Sheets.Form("type | name | label::French | label\ntext | a | Âge | Age", settings: "default_language\nEnglish");

        Assert.Equal(",French", string.Join(',', form.Languages));
    }

    [Fact]
    public void Settings_name_the_form()
    {
        var form = Sheets.Form("type | name\ntext | a", settings: "form_title | form_id | version | name | instance_name | my_own\nT | f | 3 | root | ${a} | x");

        Assert.Equal(("T", "f", "3", "root"), (form.Title, form.Id, form.Version, form.RootName));
        Assert.Equal(new FormExpression("${a}", new("settings", 2, "instance_name")), form.InstanceName);
        Assert.Equal("x", form.Settings["my_own"]);
        Assert.Equal("a", form.Questions[0].Path);
    }

    [Fact]
    public void Old_forms_keep_settings_in_the_survey() =>
        Assert.Equal("My survey", Sheets.Form("type | name\nset form title | My survey\ntext | a").Title);

    [Fact]
    public void Selects_find_their_lists()
    {
        var form = FormReader.Read("form.xlsx", [
            Sheets.Grid("survey", """
                type | name | appearance | choice_filter
                select_one L | a | |
                select_one_external towns | b | | st = ${a}
                select_multiple_from_file x.csv | c | |
                select_one L | d | search('towns') |
                """)!,
            Sheets.Grid("choices", "list_name | name\nL | 01\nL | 1\n | dropped")!,
            Sheets.Grid("external_choices", "list_name | name | st\ntowns | osh | 5")!]);

        Assert.Equal(["L", "towns", null, "L"], form.Questions.Select(q => q.Choices?.Name));
        Assert.Equal(["L", "towns", "x.csv", "L"], form.Questions.Select(q => q.ListName));
        Assert.Equal(["01", "1"], form.Questions[0].Choices!.Choices.Select(c => c.Name));
        Assert.Equal([false, false, false, true], form.Questions.Select(q => q.HasSearchedChoices));
        Assert.Equal("st = ${a}", form.Questions[1].ChoiceFilter!.Text);
        Assert.Equal("towns", Assert.Single(form.ExternalLists).Key);
    }

    private static IEnumerable<string> Texts(IEnumerable<KeyValuePair<string, string>> columns) => columns.Select(c => $"{c.Key}={c.Value}").Order(StringComparer.Ordinal);
}
