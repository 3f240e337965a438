using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>What can't be read is refused with the place and the remedy, in three languages.</summary>
public class RefusalTests
{
    private const string Choices = "list_name | name | label\nyn | yes | Yes";

    public static TheoryData<string, string, string, string, int?> Broken => new()
    {
        { "begin_group | g |\ntext | a |", Choices, "FILE-02/form-unclosed", "`begin_group g` in row 2 is never closed", 2 },
        { "text | a |\nend_group | |", Choices, "FILE-02/form-end-alone", "`end_group` closes nothing: no group or repeat is open here", 3 },
        { "begin_repeat | r |\ntext | a |\nend_group | |", Choices, "FILE-02/form-end-other", "`end_group` does not fit `begin_repeat r` in row 2", 4 },
        { "text | a |\ninteger | |", Choices, "FILE-02/form-name", "a row of type `integer` has no name", 3 },
        { "begin_group | | L\ntext | a |\nend_group | |", Choices, "FILE-02/form-name", "a row of type `begin_group` has no name", 2 },
        { "select_one zone | a |", Choices, "FILE-02/form-list", "the question `a` uses the list `zone`, which is not among the choices", 2 },
        { "select_one ym | a |", Choices, "FILE-02/form-list-near", "the question `a` uses the list `ym`, which is not among the choices; did you mean `yn`?", 2 },
        { "rank ym or_other | a |", "", "FILE-09/form-choices", "the question `a` uses the list `ym`, but the form has no sheet of choices", 2 },
        { "begin_score | s |\nscore__row | a |\nend_score | |", Choices, "FILE-02/form-structure-list", "`begin_score` `s` names no list of choices", 2 },
        { "select_one yn | a |", Choices + "\nyn | | No", "FILE-02/form-choice-name", "a choice of the list `yn` has a label and no name", 3 },
        { "select_one yn | a |", "list_name | label\nyn | Yes", "FILE-08/form-choices-no-name", "the sheet of choices has no column `name`", 1 },
        { "select_one yn | a |", "list | name\nyn | yes", "FILE-08/form-choices-no-list", "the sheet of choices has no column `list_name`", 1 },
        { "select_one yn | a |", "list_name | name | name\nyn | yes | no", "FILE-08/form-duplicate", "the header `name` stands twice", 1 },
        { "begin_group | g |\nend_group | |", "", "FILE-02/form-empty", "the form has no questions", null },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Broken_form_is_refused(string survey, string choices, string key, string message, int? row)
    {
        var refusal = Sheets.Refused(() => Sheets.Form("type | name | label\n" + survey, choices));

        Assert.Equal((key, message, row), (refusal.Key, refusal.Message, refusal.Location!.Row));
        Assert.Equal("form.xlsx", refusal.Location.File);
    }

    [Theory]
    [InlineData("name | label\na | A", "FILE-08/form-no-type")]
    [InlineData("type | label\ntext | A", "FILE-08/form-no-name")]
    [InlineData("Questionnaire of May | \ntext | a", "FILE-08/form-no-header")]
    [InlineData("type | name | notes | notes\ntext | a | x | y", "FILE-08/form-duplicate")]
    [InlineData("type | name | label | Label\ntext | a | x | y", "FILE-08/form-conflict")]
    [InlineData("type | name | relevant | relevance\ntext | a | x | y", "FILE-08/form-conflict")]
    [InlineData("start | age | _id | _uuid\n1 | 2 | 3 | 4", "FILE-02/form-export")]
    public void Header_that_does_not_tell_questions_apart_is_refused(string survey, string key) =>
        Assert.Equal((key, null as string), (Sheets.Refused(() => Sheets.Form(survey)).Key, null));

    [Fact]
    public void Workbook_without_survey_names_its_sheets_and_the_one_that_was_meant()
    {
        var refusal = Sheets.Refused(() => FormReader.Read("f.xlsx", [Sheets.Grid("Surveys", "type | name\ntext | a")!, Sheets.Grid("choices", Choices)!]));

        Assert.Equal("the form has no sheet `survey`; it has `Surveys`, `choices`: did you mean `Surveys`?", refusal.Message);
    }

    [Fact]
    public void Workbook_without_survey_or_anything_like_it_names_its_sheets() => Assert.Equal(
        "FILE-09/form-survey",
        Sheets.Refused(() => FormReader.Read("f.xlsx", [Sheets.Grid("Plan", "a\n1")!, Sheets.Grid("_survey", "b\n1")!])).Key);

    [Fact]
    public void Export_of_several_sheets_given_as_form_is_refused() => Assert.Equal(
        "FILE-02/form-export",
        Sheets.Refused(() => FormReader.Read("e.xlsx", [Sheets.Grid("Main", "q | _uuid\n1 | x")!, Sheets.Grid("child", "age | _index\n1 | 1")!])).Key);

    [Fact]
    public void Misspelt_choices_sheet_is_named()
    {
        var refusal = Sheets.Refused(() => FormReader.Read("f.xlsx", [Sheets.Grid("survey", "type | name\nselect_one yn | a")!, Sheets.Grid("Choice", Choices)!]));

        Assert.Equal("the question `a` uses the list `yn`, but the form has no sheet of choices; is it the sheet `Choice`?", refusal.Message);
    }

    [Fact]
    public void All_mistakes_of_a_step_are_told_at_once()
    {
        var refusal = Sheets.Refused(() => Sheets.Form("type | name\nselect_one xx | a\ntext |\nselect_one zone | b", Choices));

        Assert.Equal(["FILE-02/form-list", "FILE-02/form-name", "FILE-02/form-list"], refusal.Others.Select(o => o.Key).Prepend(refusal.Key));
    }

    [Fact]
    public void Groups_deeper_than_the_limit_are_refused()
    {
        static string Nested(int depth) => "type | name\n" + string.Concat(Enumerable.Range(1, depth).Select(i => $"begin_group | g{i}\n"))
            + "text | a" + string.Concat(Enumerable.Repeat("\nend_group |", depth));

        Assert.Equal("FILE-05/form-depth", Sheets.Refused(() => Sheets.Form(Nested(65))).Key);
        Assert.Equal(65, Sheets.Form(Nested(64)).Nodes.Length);
    }

    [Fact]
    public void Nested_loops_that_make_too_many_questions_are_refused()
    {
        var survey = "type | name\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"begin loop over two | l{i}\n")) + "text | a"
            + string.Concat(Enumerable.Repeat("\nend loop |", 40));

        Assert.Equal("FILE-05/form-nodes", Sheets.Refused(() => Sheets.Form(survey, "list_name | name\ntwo | a\ntwo | b")).Key);
    }

    [Fact]
    public void Surveys_longer_than_the_limit_are_refused() => Assert.Equal(
        "FILE-05/form-rows",
        Sheets.Refused(() => Sheets.Form("type | name" + string.Concat(Enumerable.Range(1, 20_001).Select(i => $"\ntext | a{i}")))).Key);

    [Fact]
    public void Every_refusal_of_a_form_has_its_sentence_and_remedy_in_every_language()
    {
        var english = Messages.For(Language.English);
        var keys = english.Keys.Where(k => k.Contains("/form-", StringComparison.Ordinal)).ToList();

        Assert.True(keys.Count >= 27);
        foreach (var messages in new[] { Messages.For(Language.Russian), Messages.For(Language.Kyrgyz) })
            foreach (var key in keys)
                foreach (var part in (string[])["message", "fix"])
                    Assert.Equal(Places(english, key, part), Places(messages, key, part));
    }

    private static IEnumerable<string> Places(Messages messages, string key, string part) =>
        Messages.PlacesIn(messages.Template(key, part)).Order(StringComparer.Ordinal);
}
