using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Diagnostics;
using MigrationClean.Tests.Forms;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>Roles from types, names and words in three languages (anonymisation §2).</summary>
public sealed class InferenceTests
{
    private const string Choices = """
        list_name | name | label::English (en) | label::Русский (ru) | label::Кыргызча (ky)
        yesno     | yes  | Yes                 | Да                  | Ооба
        yesno     | no   | No                  | Нет                 | Жок
        oblast    | 1    | North               | Север               | Түндүк
        oblast    | 2    | South               | Юг                  | Түштүк
        """;

    [Theory]
    [InlineData("name", Topic.PersonName)]
    [InlineData("username_count", null)]
    [InlineData("телевизор", null)]
    [InlineData("чарбасаты", null)]
    [InlineData("respName", Topic.PersonName)]
    [InlineData("HHName", Topic.PersonName)]
    [InlineData("Ф.И.О. респондента", Topic.PersonName)]
    [InlineData("Фамилиясы", Topic.PersonName)]
    [InlineData("Аты-жөнүңүз", Topic.PersonName)]
    [InlineData("аты-жөнү", Topic.PersonName)]
    [InlineData("Сколько Вам лёт", Topic.Age)]
    [InlineData("Айыл өкмөтүнүн аталышы", Topic.Subarea)]
    [InlineData("Эл. адрес", Topic.Contact)]
    [InlineData("Дата рождения", Topic.Birth)]
    [InlineData("жеке номери", Topic.Document)]
    [InlineData("Does ${resp_name} sing", null)]
    internal void Cue_words_are_whole_tokens_or_stems(string text, Topic? topic)
    {
        var found = CueWords.Find(text).Select(f => f.Concept.Topic).ToArray();
        if (topic is { } known) Assert.Contains(known, found);
        else Assert.Empty(found);
    }

    [Fact]
    public void Plan_of_a_form_in_three_languages()
    {
        var form = Sheets.Form(
            """
            type               | name      | label::English (en) | label::Русский (ru)      | label::Кыргызча (ky)     | calculation                  | appearance
            start              | start     |                     |                          |                          |                              |
            username           | username  |                     |                          |                          |                              |
            select_one yesno   | consent   | Do you agree        | Вы согласны              | Макулсузбу               |                              |
            text               | q1        | Full name           | ФИО                      | Аты-жөнү                 |                              |
            text               | q2        | Reach you           | Номер телефона           | Чөнтөк телефонуңуз       |                              |
            integer            | q3        | Age                 | Возраст                  | Жашыңыз                  |                              |
            select_one oblast  | q4        | Oblast              | Область                  | Облус                    |                              |
            integer            | q5        | Household size      | Число членов семьи       | Үй-бүлө мүчөлөрү         |                              |
            integer            | q6        | Monthly wage        | Зарплата                 | Айлык                    |                              |
            date               | q7        | Day                 | День                     | Күн                      |                              |
            geopoint           | q8        | Here                | Здесь                    | Бул                      |                              |
            image              | q9        | Picture             | Фото                     | Сүрөт                    |                              | signature
            text               | q10       | Anything else       | Ещё                      | Дагы                     |                              |
            calculate          | q11       |                     |                          |                          | concat(${q1}, ' ', ${q4})    |
            calculate          | q12       |                     |                          |                          | ${q3} div 2                  |
            calculate          | q13       |                     |                          |                          | once(random())               |
            select_one yesno   | q14       | Do you sing         | Поёте ли вы              | Ырдайсызбы               |                              |
            integer            | age       | Phone               | Телефон                  | Телефон                  |                              |
            barcode            | q15       | Scan                | Скан                     | Скан                     |                              |
            date               | q16       | Date of birth       | Дата рождения            | Туулган күнү             |                              |
            """,
            Choices);
        var plan = PlanDraft.Of([form], null, new());

        Assert.Equal(
            [
                "start paradata duration drop drop", "username direct drop drop drop", "consent consent drop drop drop", "q1 direct drop drop drop",
                "q2 direct drop drop drop", "q3 quasi keep band band", "q4 quasi keep keep merge-small", "q5 quasi keep top top", "q6 sensitive keep keep band",
                "q7 time day month quarter", "q8 geo grid grid drop", "q9 media drop drop drop", "q10 text drop drop drop", "q11 direct drop drop drop",
                "q12 quasi keep keep merge-small", "q13 unknown   ", "q14 analytic keep keep keep", "age unknown   ", "q15 direct drop drop drop",
                "q16 quasi year drop drop",
            ],
            plan.Rows.TakeWhile(r => r.Question != "_id").Select(r => $"{r.Question} {RoleNames.Of(r.Role)} {r.Internal} {r.Partner} {r.Public}"));
    }

    [Theory]
    [InlineData("region", "keep keep merge-small")]
    [InlineData("oblast", "keep keep merge-small")]
    [InlineData("admin1", "keep keep merge-small")]
    [InlineData("region", "keep keep merge-small", "Oblast or city")]
    [InlineData("q4", "keep keep drop", "Oblast or city")]
    [InlineData("rayon", "keep keep drop")]
    [InlineData("district", "keep keep drop")]
    [InlineData("municipality", "keep keep drop")]
    [InlineData("current_city", "keep keep drop")]
    [InlineData("aiyl_aimak", "keep keep drop")]
    [InlineData("admin2", "keep keep drop")]
    public void Place_below_the_oblast_is_dropped_for_the_public(string name, string methods, string label = "Where")
    {
        var row = PlanDraft.Of([Sheets.Form($"type | name | label\nselect_one oblast | {name} | {label}", Choices)], null, new()).Row(name);
        Assert.Equal(methods, $"{row.Internal} {row.Partner} {row.Public}");
    }

    [Fact]
    public void Calculation_of_a_place_below_the_oblast_is_dropped_for_the_public()
    {
        var plan = PlanDraft.Of([Sheets.Form("type | name | label | calculation\nselect_one oblast | rayon | Where | \ncalculate | place | | concat('x', ${rayon})", Choices)], null, new());
        Assert.Equal("drop", plan.Row("place").Public);
    }

    [Theory, InlineData(Language.English, "Its type is `geopoint`."), InlineData(Language.Russian, "Тип: `geopoint`."), InlineData(Language.Kyrgyz, "Түрү: `geopoint`.")]
    public void Evidence_is_told_in_the_readers_language(Language language, string text)
    {
        var plan = PlanDraft.Of([Sheets.Form("type | name | label\ngeopoint | gps | Here")], null, new() { Language = language });
        Assert.Equal(text, plan.Row("gps").Evidence);
    }

    [Theory]
    [InlineData("996555000111", "direct")]
    [InlineData("a@example.org", "direct")]
    [InlineData("20503198700123", "direct")]
    public void Answers_that_look_like_identifiers_make_the_role_stricter(string answer, string role)
    {
        var survey = MadeSurvey.Csv("type | name | label\ncalculate | x | \ninteger | y | Rooms", $"x,y,_id,_uuid\n1,2,1,u1\n1,{answer},2,u2\n").WithoutConsent();
        Assert.Equal(role, RoleNames.Of(survey.Draft().Row("y").Role));
    }

    [Fact]
    public void Column_that_no_question_belongs_to_gets_a_row_to_decide_about()
    {
        var survey = MadeSurvey.Csv("type | name | label\ninteger | age | Age", "age,foo,_id,_uuid\n1,a,1,u1\n").WithoutConsent();
        Assert.Equal(PrivacyRole.Unknown, survey.Draft().Row("foo").Role);
    }

    [Fact]
    public void Settings_name_the_weight_and_the_enumerator()
    {
        var form = Sheets.Form("type | name | label\ninteger | w | Number\nselect_one sex | who | Who", MadeSurvey.Choices);
        var duties = ImmutableDictionary<string, string>.Empty.Add("weight", "w").Add("enumerator", "who");
        var plan = PlanDraft.Of([form], null, new() { FieldworkColumns = duties });

        Assert.Equal([PrivacyRole.Weight, PrivacyRole.Paradata], [plan.Row("w").Role, plan.Row("who").Role]);
    }

    [Fact]
    public void Fingerprint_changes_with_name_type_choices_and_labels_and_with_nothing_else()
    {
        string Of(string row, string choices = MadeSurvey.Choices) => PlanDraft.Of([Sheets.Form($"type | name | label | hint\n{row}", choices)], null, new()).Rows[0].Fingerprint;
        var plain = Of("select_one sex | s | Sex |");

        Assert.Matches("^[0-9a-f]{16}$", plain);
        Assert.Equal(plain, Of("select_one sex | s | Sex | a hint"));
        Assert.NotEqual(plain, Of("select_one sex | t | Sex |"));
        Assert.NotEqual(plain, Of("select_multiple sex | s | Sex |"));
        Assert.NotEqual(plain, Of("select_one sex | s | Gender |"));
        Assert.NotEqual(plain, Of("select_one sex | s | Sex |", MadeSurvey.Choices + "\nsex | x | X"));
    }
}
