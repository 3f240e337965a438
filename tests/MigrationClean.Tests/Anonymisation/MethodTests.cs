using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Tests.Forms;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>What comes out of each method, and that nothing else does.</summary>
public sealed class MethodTests
{
    private static readonly Form Survey = Sheets.Form(
        """
        type                 | name  | label
        integer              | age   | Age
        select_one sex       | sex   | Sex
        select_multiple food | food  | Food
        date                 | day   | Day
        geopoint             | point | Point
        calculate            | sum   |
        """,
        MadeSurvey.Choices);

    [Theory]
    [InlineData("band", "bands=0-17,18-24,25-34,60+", "17 18 24 25 61 40 24.5 text", "0-17 18-24 18-24 25-34 60+ _ 18-24 _")]
    [InlineData("band", "bands=<18,18-59,60+", "-3 18 59 60", "<18 18-59 18-59 60+")]
    [InlineData("band", "width=5", "17 20 24", "15-19 20-24 20-24")]
    [InlineData("top", "at=8", "3 8 9 996555000111", "3 8 8 8")]
    [InlineData("bottom", "at=2", "0 2 9", "2 2 9")]
    [InlineData("round", "digits=2", "12345 996 0.0456 0 x", "12000 1000 0.046 0 _")]
    [InlineData("round", "step=500", "1249 1250 -1250", "1000 1500 -1500")]
    [InlineData("keep", "", "5 05 996555000111 five", "5 05 _ _")]
    [InlineData("keep", "", "12345.678901234567 -0.10", "12345.678901234567 -0.10")] // as is: rounding is for those outside (anonymisation §2.1, §3.5)
    public void Numbers_come_out_as(string method, string parameters, string raw, string expected) =>
        Assert.Equal(expected, Run("age", method, parameters, raw));

    [Theory]
    [InlineData("4 6 Aibek 8", "4 6 _ 8")]
    [InlineData("low high 8", "low high 8")]
    public void Text_typed_over_a_calculated_number_does_not_leave(string raw, string expected) => Assert.Equal(expected, Run("sum", "keep", "", raw));

    [Theory]
    [InlineData("day", "2023-11-05T09:10:00.000+06:00 2023-11-05 05.11.2023", "2023-11-05 2023-11-05 _")]
    [InlineData("month", "2023-11-05", "2023-11")]
    [InlineData("quarter", "2023-03-31 2023-04-01 2023-12-31", "2023-Q1 2023-Q2 2023-Q4")]
    [InlineData("year", "2023-03-31", "2023")]
    public void Dates_come_out_as(string method, string raw, string expected) => Assert.Equal(expected, Run("day", method, "", raw));

    [Fact]
    public void Code_that_is_not_in_the_list_is_blank_and_counted()
    {
        var treated = Apply("sex", "keep", "", "female Aibek male");

        Assert.Equal("female _ male", Print(treated.Values));
        Assert.Equal(1, treated.Blanked);
        Assert.DoesNotContain("Aibek", Enumerable.Range(0, treated.Values.ValueCount).Select(treated.Values.Text));
    }

    [Fact]
    public void Small_categories_merge_until_the_rest_is_large_enough()
    {
        // female 6, male 1: the one joins the six, as alone it could not hide.
        Assert.Equal("other other other other other other other", Run("sex", "merge-small", "k=5", "female female female female female female male"));
        Assert.Equal("_ _", Run("sex", "merge-small", "k=5", "female male"));
        Assert.Equal("female female male male", Run("sex", "merge-small", "k=2", "female female male male"));
    }

    [Fact]
    public void Sets_of_choices_merge_choice_by_choice()
    {
        var column = Column.FromTexts(["bread rice", "bread", "bread", "rice bread", "other", "other"]);
        var treated = AllMethods.Find("merge-small")!.Apply(Answers("food", column), Context("k=3"));

        Assert.Equal(["bread other", "bread", "bread", "other bread", "other", "other"], Enumerable.Range(0, 6).Select(treated.Values.TextAt));
        Assert.Equal(["bread", "other"], treated.Indicators.Select(i => i.Name));
    }

    [Fact]
    public void Bands_made_from_the_data_hold_three_times_k_rows_each()
    {
        var wages = Enumerable.Range(1, 100).Select(i => $"{i * 317}").ToArray();
        var treated = AllMethods.Find("band")!.Apply(Answers("age", Column.FromTexts(wages)), Context(""));

        var sizes = Enumerable.Range(0, 100).Select(treated.Values.TextAt).CountBy(v => v).ToArray();
        Assert.True(sizes.Length > 1);
        Assert.All(sizes, s => Assert.True(s.Value >= 15, $"{s.Key}: {s.Value}"));
        Assert.Equal(0, treated.Blanked);
    }

    [Fact]
    public void Numbers_of_too_few_rows_get_no_bands_and_are_blank() => Assert.Equal("_ _ _", Run("age", "band", "", "100 200 300"));

    [Fact]
    public void Grid_cells_with_few_rows_take_the_coarser_cell_or_none()
    {
        // The first five lie within one kilometre; the sixth is alone far away.
        var column = Column.FromTexts([.. Enumerable.Repeat("42.45 77.2 1650 5", 5), "40.53 72.79 800 5"]);
        var treated = AllMethods.Find("grid")!.Apply(Answers("point", column), Context("cell=1000"));

        Assert.Equal([.. Enumerable.Repeat("42.452 77.196", 5), ""], Enumerable.Range(0, 6).Select(treated.Values.TextAt));
        Assert.Equal(1, treated.Blanked);
    }

    [Fact]
    public void Indicators_leave_only_the_columns_that_are_named()
    {
        var treated = Apply("food", "indicators", "choices=bread;rice", "bread");

        Assert.True(treated.OnlyIndicators);
        Assert.Equal(["bread", "rice"], treated.Indicators.Select(i => i.Name));
    }

    [Fact]
    public void Recoding_gives_only_categories_of_the_hierarchy()
    {
        var hierarchy = Hierarchy.Read(new("h.csv", null, ["female", "person", "*"], [new(2, ["male", "person", "*"])]));
        var treated = AllMethods.Find("recode")!.Apply(Answers("sex", Column.FromTexts(["female", "male", "x"])), Context("level=1") with { Hierarchy = hierarchy });

        Assert.Equal("person person _", Print(treated.Values));
    }

    [Theory]
    [InlineData("band", "bands=18-24,20-30")]
    [InlineData("band", "bands=60+,70-80")]
    [InlineData("band", "width=-5")]
    [InlineData("round", "digits=two")]
    [InlineData("top", "q=1.5")]
    [InlineData("recode", "level=0.5")]
    [InlineData("grid", "cell=1")]
    public void Wrong_parameter_is_named(string method, string parameters) =>
        Assert.NotNull(AllMethods.Find(method)!.WrongParameter(PlanParameters.Read(parameters)!));

    private static string Run(string question, string method, string parameters, string raw) => Print(Apply(question, method, parameters, raw).Values);

    private static TreatedColumn Apply(string question, string method, string parameters, string raw) =>
        AllMethods.Find(method)!.Apply(Answers(question, Column.FromTexts(raw.Split(' '))), Context(parameters));

    private static string Print(Column column) =>
        string.Join(' ', Enumerable.Range(0, column.RowCount).Select(r => column.CodeAt(r) == 0 ? "_" : column.TextAt(r)));

    private static AnswerColumn Answers(string name, Column values)
    {
        var question = Survey.Questions.Single(q => q.Name == name);
        return new() { Name = name, Versions = [question], Values = values, Choices = AnswerColumn.ChoicesOf([question]) };
    }

    private static MethodContext Context(string parameters) => new()
    {
        Level = ReleaseLevel.Public,
        Row = new() { Question = "q" },
        Parameters = PlanParameters.Read(parameters)!,
        Settings = new(),
        Key = Keys.Fixed(1),
        Other = _ => null,
    };
}
