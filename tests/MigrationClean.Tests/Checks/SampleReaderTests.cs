using MigrationClean.Checks.Sample;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Checks;

/// <summary>The planned sample as people write it.</summary>
public sealed class SampleReaderTests
{
    private static readonly Form Form = CaseSurvey.Form(
        CaseFile.Parse("""

            # a form

            ## survey
            | type          | name   | label  |
            | ------------- | ------ | ------ |
            | select_one rg | region | Region |
            | text          | team   | Team   |
            ## choices
            | list_name | name | label |
            | --------- | ---- | ----- |
            | rg        | KG-B | Баткен |
            | rg        | KG-C | Чүй   |
            """),
        "");

    [Fact]
    public void Headers_are_matched_without_case_blanks_and_underscores()
    {
        var sample = Read(["REGION", "Target", "Max M", "team", "our note"], ["KG-B", "5", "300", "A", "x"]);

        var row = Assert.Single(sample.Rows);
        Assert.Equal(("KG-B", "A", 5.0, 300.0), (row.Stratum[0], row.Stratum[1], row.Target, row.MaxMetres));
        Assert.Equal("our note", Assert.Single(sample.OtherColumns));
    }

    [Fact]
    public void A_team_that_goes_to_points_is_planned_and_no_stratum()
    {
        var sample = Read(["point", "team"], ["P1", "A"]);

        Assert.Equal((0, "A"), (sample.Strata.Length, sample.Rows[0].Team));
    }

    [Fact]
    public void A_label_stands_for_its_choice() => Assert.Equal("KG-B", Read(["region", "target"], ["баткен", "5"]).Rows[0].Stratum[0]);

    [Fact]
    public void All_mistakes_are_told_at_once_each_with_its_place()
    {
        var refused = Assert.Throws<InputException>(() => Read(
            ["regin", "region", "target", "latitude", "replaces", "to"],
            ["", "KG-X", "five", "42", "", ""],
            ["", "KG-B", "", "", "", ""],
            ["", "KG-C", "1", "", "P7", "soon"],
            ["", "KG-C", "2", "", "", ""]));

        string[] told = [.. refused.Others.Prepend(refused).Select(m => $"{m.Key} {m.Location!.Row} {m.Location.Column} {m.Location.ColumnNumber}")];
        Assert.Equal(
            [
                "FILE-16/column 1 regin 1",
                "FILE-16/number 2 target 3",
                "FILE-16/half-place 2 latitude 4",
                "FILE-16/choice-near 2 region 2",
                "FILE-16/row 3  ",
                "FILE-16/date 4 to 6",
                "FILE-16/twice 5  ",
                "FILE-16/replaces 4 replaces 5",
            ],
            told);
        Assert.Contains("region", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_is_refused() => Assert.Equal("FILE-16/empty", Assert.Throws<InputException>(() => Read(["region", "target"])).Key);

    private static PlannedSample Read(string[] headers, params string[][] rows) =>
        SampleReader.Read([new Grid("sample.csv", null, [.. headers], [.. rows.Select((r, i) => new GridRow(i + 2, [.. r]))])], [Form]);
}
