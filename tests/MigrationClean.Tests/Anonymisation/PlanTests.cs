using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Tests.Forms;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>The plan as a table: written, read back, refused with every mistake at once.</summary>
public sealed class PlanTests
{
    [Fact]
    public void Plan_that_is_written_and_read_says_the_same()
    {
        var plan = Draft();
        using var stream = new MemoryStream();
        PlanCsv.Write(plan, stream);
        var csv = Read("plan.csv", stream.ToArray());

        using var workbook = new MemoryStream();
        PlanWorkbook.Write(plan, workbook);
        var xlsx = Read("plan.xlsx", workbook.ToArray());

        Assert.Equal(plan.Csv(), csv.Csv());
        Assert.Equal(plan.Csv(), xlsx.Csv());
        Assert.False(csv.IsConfirmed);
    }

    [Fact]
    public void Same_plan_gives_the_same_workbook()
    {
        using var one = new MemoryStream();
        using var other = new MemoryStream();
        PlanWorkbook.Write(Draft(), one);
        PlanWorkbook.Write(Draft(), other);

        Assert.Equal(one.ToArray(), other.ToArray());
    }

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_places_and_what_was_meant()
    {
        var stop = Assert.Throws<InputException>(() => Read(
            """
            question | Role   | public | parameters       | importance
            age      | quasy  | bnad   | bands=18-24,20   | 0
            sex      | quasi  | band   | bands=18-24,20-3 | 5
            sex      | direct | drop   | no pair          | 1
                     | direct | drop   |                  |
            """));

        string[] told = [.. stop.Others.Prepend(stop).Select(m => $"{m.Key} {m.Location!.Row} {m.Location.Column} {m.Location.ColumnNumber}")];
        Assert.Equal(
            [
                "PRIV-02/role-near 2 role 2",
                "PRIV-02/method-near 2 public 3",
                "PRIV-02/importance 2 importance 5",
                "PRIV-02/parameter 3 parameters 4",
                "PRIV-02/parameters 4 parameters 4",
                "PRIV-02/question 5 question 1",
                "PRIV-02/twice 4 question 1",
            ],
            told);
        Assert.Contains("did you mean `quasi`", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_rows_are_no_rows_of_the_plan()
    {
        var plan = Read(
            """
            question | role   | public
            age      | quasi  | drop
                     |        |
            name     | direct | drop
                     |        |
            """);

        Assert.Equal(["age 2", "name 4"], plan.Rows.Select(r => $"{r.Question} {r.Number}"));
    }

    [Fact]
    public void Missing_column_is_named() =>
        Assert.Equal("PRIV-01", Assert.Throws<InputException>(() => Read("question | public\nage | drop")).Key);

    [Fact]
    public void Unknown_column_is_kept_and_written_back()
    {
        var plan = Read("question | role | confirmd_by | remark of mine\nage | quasi | DM | later");

        Assert.False(plan.IsConfirmed);
        Assert.Contains(plan.Notices, n => n.Key == "PRIV-23/near" && n.In(Language.English).Contains("`confirmed_by`", StringComparison.Ordinal));
        Assert.EndsWith("note,confirmd_by,remark of mine\n,age,,,quasi,,,,,,,,,,,,,,,DM,later\n", plan.Csv(), StringComparison.Ordinal);
    }

    [Fact]
    public void Headers_are_read_without_regard_to_case_blanks_and_underscores()
    {
        var plan = Read("Question | ROLE | Confirmed By\nage | quasi+sensitive | DM-1");

        Assert.True(plan.IsConfirmed);
        Assert.Equal(PrivacyRole.Quasi | PrivacyRole.Sensitive, plan.Rows[0].Role);
    }

    [Fact]
    public void Parameters_of_one_level_win_over_those_of_all()
    {
        var parameters = PlanParameters.Read("width=5; public:width=10; choices=food;cash")!;

        Assert.Equal("10", parameters.At(ReleaseLevel.Public)["width"]);
        Assert.Equal("5", parameters.At(ReleaseLevel.Partner)["width"]);
        Assert.Equal("food;cash", parameters["choices"]);
    }

    [Fact]
    public void Stricter_of_two_roles_gives_the_method()
    {
        Assert.Equal("merge-small", DefaultMethods.For(PrivacyRole.Quasi | PrivacyRole.Sensitive, AnswerKind.Choice, ReleaseLevel.Public).Name);
        Assert.Equal("drop", DefaultMethods.For(PrivacyRole.Direct | PrivacyRole.Linking, AnswerKind.Text, ReleaseLevel.Internal).Name);
        Assert.Equal("quarter", DefaultMethods.For(PrivacyRole.Quasi | PrivacyRole.Time, AnswerKind.Date, ReleaseLevel.Public).Name);
    }

    private static PrivacyPlan Draft() => PlanDraft.Of(
        [Sheets.Form("type | name | label\ntext | resp_name | Name, \"full\"\ninteger | age | Age\nselect_one sex | sex | Sex", MadeSurvey.Choices)], null, new());

    private static PrivacyPlan Read(string table) => PlanReader.Read(Sheets.Grid("privacy-plan", table)!, _ => throw new InvalidOperationException());

    private static PrivacyPlan Read(string name, byte[] bytes) => PlanReader.Read(
        GridReader.Read(InputFile.FromStream(name, () => new MemoryStream(bytes)))[0], _ => throw new InvalidOperationException());
}
