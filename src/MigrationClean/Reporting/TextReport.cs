using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>For people: grouped by check and question, the first ten places of each, counts at the end, where the eye is.</summary>
internal sealed class TextReport : IReportFormat
{
    private const int PlacesShown = 10;

    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public void Write(ValidateResult result, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), -1, leaveOpen: true) { NewLine = "\n" };
        var messages = Messages.For(options.Language);
        var page = new Page(writer, options, messages, new FormLabels(result.Submissions, options));
        foreach (var findings in FindingText.Alike(result.Report.Findings)) page.WriteGroup(findings);
        page.WriteNotJudged(result.Report.NotJudged);
        // An output folder is judged without a form: it has no submissions to count.
        if (result.Submissions.Forms.Length > 0) page.WriteCounts(result);
    }

    private sealed class Page(TextWriter writer, ReportOptions options, Messages messages, FormLabels labels)
    {
        private readonly FindingText _text = new(messages, options.ShowValues);
        private readonly FindingText _hidden = new(messages, showValues: false);

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
            WriteLine("question", labels.LabelOf(first));
            WriteLine("why", (alike ? _text : _hidden).Text(first, "why"));
            WriteLine("fix", (alike ? _text : _hidden).Text(first, "fix"));
            writer.WriteLine();
        }

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

        public void WriteCounts(ValidateResult result)
        {
            var (report, found) = (result.Report, result.Report.Findings.Length);
            var line = _text.Word(
                found == 0 ? "no-findings" : "summary",
                new("submissions", report.Submissions.ToString(CultureInfo.InvariantCulture)),
                new FindingArgument("findings", found.ToString(CultureInfo.InvariantCulture)));
            if (found > 0) line += $" ({_text.Severities(report)})";
            if (report.NotJudged.Length > 0) line += $"; {_text.Counted("not-judged-count", report.NotJudged.Length)}";
            writer.WriteLine(found == 0 ? Paint(TextRole.Success, line) : line);
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
}
