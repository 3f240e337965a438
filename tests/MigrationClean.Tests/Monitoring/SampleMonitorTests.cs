using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Monitoring;

namespace MigrationClean.Tests.Monitoring;

/// <summary>Enumerators whose interviews have planted faults stand out.</summary>
public sealed class SampleMonitorTests
{
    [Theory]
    [InlineData("03", "missing_rate", Mark.Watch)]
    [InlineData("03", "facts_per_interview", Mark.Act)]
    [InlineData("10", "missing_rate", Mark.Act)]
    [InlineData("10", "near_duplicates", Mark.Watch)]
    [InlineData("02", "near_duplicates", Mark.Watch)]
    [InlineData("21", "near_duplicates", Mark.Watch)]
    [InlineData("15", "busiest_day", Mark.Watch)]
    [InlineData("01", "duration_short", Mark.Watch)]
    [InlineData("02", "overlaps", Mark.Watch)]
    [InlineData("18", "near_duplicates", Mark.None)]
    [InlineData("18", "duration_median", Mark.None)]
    public void Planted_faults_stand_out(string enumerator, string metric, object mark) =>
        Assert.Equal((Mark)mark, Unit("enumerator", enumerator).Find(metric)!.Value.Mark);

    [Fact]
    public void Interviews_of_units_add_up()
    {
        var report = SampleMonitor.Returnees;

        Assert.Equal(report.Interviews, report.Units.Where(u => u.By == "enumerator").Sum(u => u.Interviews));
        Assert.Equal(report.Interviews, report.Units.Where(u => u.By == "team").Sum(u => u.Interviews));
        Assert.Equal(report.Interviews, report.Trend.Sum(t => t.Interviews));
        Assert.True(report.Submissions > report.Interviews);
    }

    [Fact]
    public void Units_are_sorted_by_what_calls_for_action_and_then_by_name()
    {
        var units = SampleMonitor.Returnees.Units.Where(u => u.By == "enumerator").ToList();

        Assert.Equal(units.OrderByDescending(u => u.Acts).ThenBy(u => u.Name, StringComparer.Ordinal), units);
        Assert.True(units[0].Acts > units[^1].Acts);
    }

    [Fact]
    public void Planted_batteries_of_one_answer_are_counted_where_they_are()
    {
        var straight = SampleMonitor.Returnees.Units.Where(u => u.By == "enumerator" && u.Find("straight_lining")!.Value.Value > 0).Select(u => u.Name);

        Assert.Equal(["01", "05", "08"], straight.Order());
    }

    [Fact]
    public void A_tenth_of_the_day_is_drawn_and_one_at_least()
    {
        var report = SampleMonitor.Of(new() { Today = new(2023, 11, 13) });

        Assert.Equal(new DateOnly(2023, 11, 13), report.Today);
        Assert.All(report.TodayUnits.Where(u => u.Interviews > 0), u => Assert.Equal(u.Interviews > 10 ? 2 : 1, report.Drawn.Count(d => d.Unit == u.Name && d.Kind == "call")));
        Assert.Equal(report.TodayUnits.Sum(u => u.Interviews), report.Trend.Where(t => t.Day == report.Today).Sum(t => t.Interviews));
    }

    [Fact]
    public void Today_is_the_last_day_of_collection_whatever_a_late_interview_says() => Assert.InRange(SampleMonitor.Returnees.Today!.Value, new(2023, 11, 1), new(2023, 11, 30));

    [Fact]
    public void No_name_or_number_of_a_respondent_leaves_it()
    {
        var answers = GridReader.Read(InputFile.FromPath(SampleMonitor.In("export.csv")))[0];
        var columns = new[] { "resp_name", "resp_phone" }.Select(name => answers.Headers.IndexOf(name)).ToList();
        var personal = answers.Rows.SelectMany(r => columns.Select(c => r.Cells[c])).Where(t => t.Length > 6).Distinct().ToList();

        Assert.True(personal.Count > 500);
        foreach (var format in (string[])["text", "json", "html"])
        {
            var written = SampleMonitor.Text(format);
            Assert.DoesNotContain(personal, p => written.Contains(p, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Any_question_makes_units_and_an_unknown_name_is_refused()
    {
        var report = SampleMonitor.Of(new() { By = ["region", "day"] });

        Assert.Equal<string>(["region", "day"], report.By);
        Assert.Contains(report.Units, u => u is { By: "region", Name: "KG-J" });
        Assert.Throws<InputException>(() => SampleMonitor.Of(new() { By = ["regoin"] }));
    }

    private static MonitorUnit Unit(string by, string name) => SampleMonitor.Returnees.Units.Single(u => u.By == by && u.Name == name);
}
