using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Forms.Linting;
using MigrationClean.Ingest;
using MigrationClean.Tests.Checks;

namespace MigrationClean.Tests.Forms.Linting;

/// <summary>
/// A case of a lint rule: sheets and the findings they give, as tables of Markdown under <c># rule: what the case shows</c>. Every table but
/// <c>findings</c> is a sheet. Advice of other rules than the one in the title does not count.
/// </summary>
internal static class LintCase
{
    /// <summary>Names of all cases.</summary>
    public static IEnumerable<string> Names => CaseFile.NamesIn("lint");

    /// <summary>The rule that a case is about.</summary>
    public static string RuleOf(string name) => CaseFile.Load("lint", name).Title.Split(':')[0];

    /// <summary>What is found.</summary>
    public static IReadOnlyList<Finding> Findings(string name)
    {
        var file = CaseFile.Load("lint", name);
        var sheets = file.Tables.Where(t => t.Key != "findings").Select(t => Sheet(t.Key, t.Value));
        return Linter.Run(FormFile.Workbook("form.xlsx", sheets), new()).Findings;
    }

    /// <summary>The findings that the case expects, as lines.</summary>
    public static string Expected(string name)
    {
        var table = CaseFile.Load("lint", name)["findings"]!;
        return Lines(table.Headers, table.Rows);
    }

    /// <summary>The findings that the form gives, as lines with the expected columns.</summary>
    public static string Actual(string name)
    {
        var (headers, rule) = (CaseFile.Load("lint", name)["findings"]!.Headers, RuleOf(name));
        return Lines(headers, Findings(name)
            .Where(f => f.Check.Name == rule || f.Severity >= Severity.Warning)
            .Select(f => headers.Select(h => Cell(f, h)).ToArray()));
    }

    private static Grid Sheet(string name, CaseTable table) => new("form.xlsx", name, [.. table.Headers], [.. table.Rows
        .Select((cells, i) => new GridRow(i + 2, [.. cells.Select(cell => cell.Trim('·'))]))
        .Where(row => row.Cells.Any(c => c.Length > 0))]);

    private static string Lines(string[] headers, IEnumerable<string[]> rows) => string.Join('\n', rows.Prepend(headers).Select(r => string.Join(" | ", r)));

    private static string Cell(Finding finding, string header) => header switch
    {
        "rule" => finding.Variant is null ? finding.Check.Name : $"{finding.Check.Name}/{finding.Variant}",
        "severity" => finding.Severity.ToString().ToLowerInvariant(),
        "sheet" => finding.Location.Sheet ?? "",
        "row" => finding.Location.Row?.ToString(CultureInfo.InvariantCulture) ?? "",
        "column" => finding.Location.Column ?? "",
        "text" => finding.Value ?? "",
        _ => throw new ArgumentOutOfRangeException(nameof(header), header, "No such column of findings."),
    };
}
