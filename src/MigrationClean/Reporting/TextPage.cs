using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>The pieces of a report for people: findings alike with their places, why and how to put them right, counts.</summary>
/// <param name="writer">Where to.</param>
/// <param name="options">How.</param>
/// <param name="labelOf">The label of a finding's question, "" if there is none to show.</param>
internal sealed class TextPage(TextWriter writer, ReportOptions options, Func<Finding, string> labelOf)
{
    private const int PlacesShown = 10;

    private readonly FindingText _text = new(Messages.For(options.Language), options.ShowValues);
    private readonly FindingText _hidden = new(Messages.For(options.Language), showValues: false);

    /// <summary>Findings alike: a heading, the first places, why, how to put it right.</summary>
    public void WriteGroup(List<Finding> findings)
    {
        var first = findings[0];
        var heading = _text.Heading(findings);
        var alike = findings.TrueForAll(f => _text.Message(f) == heading);
        writer.Write(Paint(RoleOf(first.Severity), $"{_text.Word(first.Severity)}[{first.Check.Code}]"));
        writer.Write($" {first.Check.Name}: {heading}");
        writer.WriteLine(findings.Count == 1 ? "" : $" {_text.Counted("places", findings.Count)}");
        foreach (var finding in findings.Take(PlacesShown))
        {
            writer.Write("  ");
            writer.Write(Paint(TextRole.Place, $"--> {PlaceOf(finding)}"));
            writer.WriteLine(alike ? "" : $": {_text.Message(finding)}");
        }

        if (findings.Count > PlacesShown)
            writer.WriteLine($"  {_text.More(findings.Count - PlacesShown)}");
        WriteLine("question", labelOf(first));
        WriteLine("why", (alike ? _text : _hidden).Text(first, "why"));
        WriteLine("fix", (alike ? _text : _hidden).Text(first, "fix"));
        writer.WriteLine();
    }

    /// <summary>The rules that could not be judged.</summary>
    public void WriteNotJudged(IReadOnlyList<NotJudged> rules)
    {
        if (rules.Count == 0) return;
        writer.WriteLine(_text.Word("not-judged"));
        foreach (var group in rules.GroupBy(r => (r.Check, Reason: _text.Reason(r))))
        {
            var questions = group.Select(r => r.Question).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
            var what = questions.Count switch
            {
                0 => "",
                1 => $" `{questions[0]}`",
                _ => $" {_text.Counted("not-judged-questions", questions.Count)}",
            };
            var submissions = _text.Counted("not-judged-line", group.Max(r => r.Submissions));
            writer.WriteLine($"  {group.Key.Check}{what}, {submissions}: {group.Key.Reason}");
        }

        writer.WriteLine();
    }

    /// <summary>The last line: how many submissions and findings.</summary>
    public void WriteCounts(ValidateResult result)
    {
        var (report, found) = (result.Report, result.Report.Findings.Length);
        var line = _text.Word(
            found == 0 ? "no-findings" : "summary",
            new("submissions", report.Submissions.ToString(CultureInfo.InvariantCulture)),
            new FindingArgument("findings", found.ToString(CultureInfo.InvariantCulture)));
        if (found > 0) line += $" ({_text.Severities(report.Findings)})";
        if (report.NotJudged.Length > 0) line += $"; {_text.Counted("not-judged-count", report.NotJudged.Length)}";
        writer.WriteLine(found == 0 ? Paint(TextRole.Success, line) : line);
    }

    /// <summary>Findings that are told together, the gravest first: one rule, one reason, one remedy.</summary>
    public IEnumerable<List<Finding>> SameAdvice(IEnumerable<Finding> findings) => findings
        .GroupBy(f => (f.Severity, f.MessageKey, Why: _text.Text(f, "why"), Fix: _text.Text(f, "fix")))
        .OrderByDescending(g => g.Key.Severity)
        .ThenBy(g => g.First().Check.Code.Length)
        .ThenBy(g => g.First().Check.Code, StringComparer.Ordinal)
        .Select(g => g.ToList());

    /// <summary>The last line about a form: how many findings.</summary>
    public void WriteCounts(LintResult form)
    {
        var found = form.Findings.Length;
        var line = $"{form.Form}: {_text.Counted("lint-findings", found)}";
        writer.WriteLine(found == 0 ? Paint(TextRole.Success, line) : $"{line} ({_text.Severities(form.Findings)})");
    }

    private void WriteLine(string key, string text)
    {
        if (text.Length > 0) writer.WriteLine($"  {Paint(TextRole.Hint, $"{_text.Word(key)}:")} {text}");
    }

    private string PlaceOf(Finding finding)
    {
        var place = finding.Location;
        var parts = new List<string> { place.File };
        if (place.Sheet is { } sheet) parts.Add(_text.Word("place-sheet", new FindingArgument("sheet", sheet)));
        if (place.Row is { } row) parts.Add(_text.Word("place-row", new FindingArgument("row", row.ToString(CultureInfo.InvariantCulture))));
        if (place.Column is { } column) parts.Add(_text.Word("place-column", new FindingArgument("column", FindingText.OneLine(column))));
        var text = string.Join(", ", parts);
        if (finding.SubmissionId is not { } id) return text;
        return $"{text} {_text.Word("place-submission", new FindingArgument("submission", FindingText.OneLine(id)))}";
    }

    private string Paint(TextRole role, string text) => options.Colour?.Paint(role, text) ?? text;

    private static TextRole RoleOf(Severity severity) => severity switch
    {
        Severity.Error => TextRole.Error,
        Severity.Warning => TextRole.Warning,
        _ => TextRole.Notice,
    };
}
