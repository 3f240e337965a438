using System.Globalization;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Checks;

public sealed class CaseTests
{
    public static TheoryData<string> Cases => [.. CaseFile.NamesIn("checks")];

    [Theory, MemberData(nameof(Cases))]
    public void Case_gives_exactly_its_findings(string name)
    {
        var file = CaseFile.Load("checks", name);
        var report = Checker.Run(CaseSurvey.Submissions(file), CaseSurvey.Settings(file));
        var expected = file["findings"]!;
        Assert.Equal(Lines(expected, expected.Rows), Lines(expected, report.Findings.Select((f, i) => Row(expected, i, f))));
        if (file["not judged"] is not { } notJudged) return;
        Assert.Equal(Lines(notJudged, notJudged.Rows), Lines(notJudged, report.NotJudged.Select(n => notJudged.Headers.Select(h => Cell(n, h)).ToArray())));
    }

    [Fact]
    public void Cases_run_the_same_under_another_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("ru-RU");
        try
        {
            foreach (var name in CaseFile.NamesIn("checks")) Case_gives_exactly_its_findings(name);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_check_has_a_case()
    {
        var found = CaseFile.NamesIn("checks")
            .Select(name => CaseFile.Load("checks", name)["findings"]!)
            .SelectMany(t => t.Rows.Select(r => t.Cell(r, "code").Split('/')[0]))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Empty(AllChecks.List.Where(c => c is not ListedCheck).Select(c => c.Id.Code).Except(found));
    }

    private static string Lines(CaseTable table, IEnumerable<string[]> rows) =>
        string.Join('\n', rows.Prepend(table.Headers).Select(r => string.Join(" | ", r)));

    private static string[] Row(CaseTable expected, int at, Finding finding) => [.. expected.Headers.Select(h => h switch
    {
        "row" => finding.Location.Row?.ToString(CultureInfo.InvariantCulture) ?? "",
        "column" => finding.Location.Column ?? "",
        "sheet" => finding.Location.Sheet ?? "",
        "code" => finding.MessageKey,
        "severity" => finding.Severity.ToString().ToLowerInvariant(),
        "expected" => finding.Expected ?? "",
        "measure" => finding.Measure ?? "",
        "threshold" => finding.Threshold ?? "",
        "related" => finding.RelatedSubmission ?? "",
        "group" => finding.Group ?? "",
        "rowPath" => finding.RowPath ?? "",
        "path" => finding.Path ?? "",
        "arguments" => Arguments(finding, at < expected.Rows.Count ? expected.Cell(expected.Rows[at], "arguments") : null),
        _ => throw new ArgumentOutOfRangeException(nameof(expected), h, "No such column of findings."),
    })];

    // Only the arguments that the case names are compared.
    private static string Arguments(Finding finding, string? named) => string.Join(' ', finding.Arguments
        .Where(a => named is null || (' ' + named).Contains($" {a.Name}=", StringComparison.Ordinal))
        .Select(a => $"{a.Name}={a.Value}"));

    private static string Cell(NotJudged rule, string header) => header switch
    {
        "code" => rule.Check.Code,
        "question" => rule.Question ?? "",
        "reason" => rule.Reason,
        "submissions" => rule.Submissions.ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(header), header, "No such column of what is not judged."),
    };
}
