using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>For the page of a GitHub run: a table in Markdown, one line for findings alike (outputs §12). Never an answer, nor a submission.</summary>
/// <remarks>Names come from files that others made: every sign that Markdown could read is escaped.</remarks>
internal static class GithubSummary
{
    private const int MostLines = 50;

    /// <summary>The summary, with an empty line at its end, so that another one may follow.</summary>
    public static string Of(ValidateResult result, ReportOptions options)
    {
        var text = new FindingText(Messages.For(options.Language), showValues: false);
        var page = new StringBuilder($"### migrationclean: {Counts(result, text)}\n\n");
        var groups = FindingText.Alike(result.Report.Findings).ToList();
        if (groups.Count > 0) page.Append(Row([.. Columns.Select(column => text.Word(column))])).Append("| --- | --- | --- | ---: | --- |\n");
        foreach (var findings in groups.Take(MostLines)) page.Append(Line(findings, text));
        if (groups.Count > 0) page.Append('\n');
        if (groups.Count > MostLines) page.Append($"{Escape(text.Counted("more-findings", groups.Skip(MostLines).Sum(g => g.Count)))}\n\n");
        return page.ToString();
    }

    private static string[] Columns => ["summary-severity", "summary-check", "summary-what", "summary-findings", "summary-first"];

    private static string Counts(ValidateResult result, FindingText text)
    {
        var report = result.Report;
        if (result.Submissions.Forms.IsEmpty) return Escape(text.Counted("summary-differences", report.Findings.Length));
        var line = text.Word(
            report.Findings.IsEmpty ? "no-findings" : "summary",
            new("submissions", report.Submissions.ToString(CultureInfo.InvariantCulture)),
            new FindingArgument("findings", report.Findings.Length.ToString(CultureInfo.InvariantCulture)));
        if (!report.Findings.IsEmpty) line += $" ({text.Severities(report.Findings)})";
        return Escape(report.NotJudged.IsEmpty ? line : $"{line}; {text.Counted("not-judged-count", report.NotJudged.Length)}");
    }

    private static string Line(List<Finding> findings, FindingText text)
    {
        var (first, place) = (findings[0], findings[0].Location);
        var where = place.Row is { } row ? $"{place.File}, {text.Word("place-row", new FindingArgument("row", row.ToString(CultureInfo.InvariantCulture)))}" : place.File;
        return Row([text.Word(first.Severity), first.Check.ToString(), text.Heading(findings), findings.Count.ToString(CultureInfo.InvariantCulture), where]);
    }

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(cell => Escape(FindingText.OneLine(cell))))} |\n";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is ' ' or ',' || letter > '\u007E') escaped.Append(letter);
            else escaped.Append('\\').Append(letter);
        }

        return escaped.ToString();
    }
}
