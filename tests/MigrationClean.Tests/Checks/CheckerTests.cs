using System.Collections.Frozen;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Checks;

public sealed class CheckerTests
{
    private static readonly CaseFile Case = CaseFile.Load("checks", "choice-not-in-list: a misspelt choice");

    [Theory]
    [InlineData("FORM-05")]
    [InlineData("choice-not-in-list")]
    [InlineData("form")]
    public void Checks_are_selected_by_code_name_and_family(string word) =>
        Assert.Contains(Run(new() { Select = [word] }).Findings, f => f.Check.Code == "FORM-05");

    [Fact]
    public void Ignoring_wins_over_selecting()
    {
        var report = Run(new() { Select = ["FORM"], Ignore = ["FORM-05"] });
        Assert.DoesNotContain(report.Findings, f => f.Check.Code == "FORM-05");
        Assert.Equal(
            ["FORM-01", "FORM-02", "FORM-03", "FORM-04", "FORM-06", "FORM-07", "FORM-08", "FORM-09", "FORM-10", "FORM-11", "FORM-12", "FORM-13"],
            report.Checks.Select(c => c.Code));
    }

    [Fact]
    public void An_unknown_check_is_refused_with_the_nearest_name()
    {
        var refused = Assert.Throws<InputException>(() => Run(new() { Select = ["choice-not-in-lst"], Ignore = ["QQQQQQQQ-77"] }));
        Assert.Equal("there is no check `choice-not-in-lst`; did you mean `choice-not-in-list`?", refused.Message);
        Assert.Equal("there is no check `QQQQQQQQ-77`", Assert.Single(refused.Others).Message);
    }

    [Fact]
    public void Severities_of_the_settings_are_used()
    {
        var severities = new Dictionary<string, Severity> { ["choice-not-in-list"] = Severity.Info }.ToFrozenDictionary();
        Assert.Equal(Severity.Info, Run(new() { Select = ["FORM-05"], Severities = severities }).Findings.Single().Severity);
    }

    [Fact]
    public void What_reading_found_passes_through_selection_and_severity()
    {
        var found = new Finding
        {
            Check = new("FILE-11", "file-overflow-cells"),
            Severity = Severity.Warning,
            Location = new() { File = "export.csv" },
        };
        var submissions = With(CaseSurvey.Submissions(Case), found);
        var severities = new Dictionary<string, Severity> { ["FILE"] = Severity.Error }.ToFrozenDictionary();
        Assert.Equal(Severity.Error, Checker.Run(submissions, new() { Select = ["FILE"], Severities = severities }).Findings.Single().Severity);
        Assert.DoesNotContain(Checker.Run(submissions, new() { Ignore = ["file-overflow-cells"] }).Findings, f => f.Check.Family == "FILE");
    }

    [Fact]
    public void Findings_stand_in_the_order_of_file_sheet_row_column_code()
    {
        var findings = CaseFile.NamesIn("checks").SelectMany(name => Checker.Run(CaseSurvey.Submissions(CaseFile.Load("checks", name)), new()).Findings).ToList();
        findings.Sort((a, b) => string.CompareOrdinal(FindingId.Of(a), FindingId.Of(b)));
        var ordered = findings.Order(FindingOrder.Comparer).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            var (a, b) = (ordered[i - 1].Location, ordered[i].Location);
            Assert.True(string.CompareOrdinal(a.File, b.File) < 0 || string.CompareOrdinal(a.Sheet, b.Sheet) < 0 || (a.Sheet == b.Sheet && (a.Row ?? 0) <= (b.Row ?? 0)));
        }

        Assert.True(findings.Count > 80);
    }

    [Fact]
    public void The_same_submissions_give_the_same_findings() => Assert.Equal(Print(Run(new())), Print(Run(new())));

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Checker.Run(CaseSurvey.Submissions(Case), new(), cancellation: source.Token));
    }

    private static CheckReport Run(CheckSettings settings) => Checker.Run(CaseSurvey.Submissions(Case), settings);

    private static string Print(CheckReport report) =>
        string.Join('\n', report.Findings.Select(f => $"{f.MessageKey} {f.Location} {f.SubmissionId} {FindingId.Of(f)}"));

    private static MigrationClean.Submissions.SubmissionSet With(MigrationClean.Submissions.SubmissionSet set, Finding finding) =>
        new() { Forms = set.Forms, Inputs = set.Inputs, Main = set.Main, Findings = [finding] };
}
