using System.Globalization;
using System.Text;
using System.Xml;
using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>
/// For CI pages: a table is a suite, a check that ran is a test case, its findings at or above <c>--fail-on</c> are the failure.
/// </summary>
internal sealed class JunitReport : IReportFormat
{
    private const int PlacesShown = 20;

    /// <inheritdoc/>
    public string Name => "junit";

    /// <inheritdoc/>
    public void Write(ValidateResult result, ReportOptions options, Stream output) =>
        Write("validate", [.. result.Submissions.Tables.Select(t => Suite.Of(t.Path, result.Report, options.FailOn))], options, output);

    /// <inheritdoc/>
    public void Write(IReadOnlyList<LintResult> forms, ReportOptions options, Stream output) =>
        Write("lint", [.. forms.Select(form => Suite.Of(form, options.FailOn))], options, output);

    private static void Write(string verb, List<Suite> suites, ReportOptions options, Stream output)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", $"migrationclean {verb}");
            WriteTotals(xml, suites.Sum(s => s.Cases.Count), suites.Sum(s => s.Failures));
            var text = new FindingText(Messages.For(options.Language), options.ShowValues);
            foreach (var suite in suites) WriteSuite(xml, suite, text, options.FailOn);
            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteSuite(XmlWriter xml, Suite suite, FindingText text, Severity? failOn)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite.Name);
        WriteTotals(xml, suite.Cases.Count, suite.Failures);
        foreach (var (check, findings, notJudged) in suite.Cases)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", suite.Name);
            xml.WriteAttributeString("name", check.ToString());
            xml.WriteAttributeString("time", "0");
            var failures = findings.Where(f => f.Severity >= failOn).ToList();
            if (failures.Count > 0)
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", check.Code);
                xml.WriteAttributeString("message", Clean($"{text.Counted("places", failures.Count).Trim('(', ')')}: {text.Message(failures[0])}"));
                xml.WriteString(Clean(Lines(failures, text)));
                xml.WriteEndElement();
            }

            var rest = findings.Where(f => !(f.Severity >= failOn)).ToList();
            var lines = Lines(rest, text) + Lines(notJudged, text);
            if (lines.Length > 0) xml.WriteElementString("system-out", Clean(lines));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Lines(List<NotJudged> rules, FindingText text) => string.Concat(rules.Select(rule =>
        $"{text.Word("not-judged")} {rule.Question} {text.Reason(rule)} ({text.Counted("not-judged-line", rule.Submissions)})\n"));

    private static string Lines(List<Finding> findings, FindingText text)
    {
        var lines = new StringBuilder();
        foreach (var finding in findings.Take(PlacesShown))
        {
            var place = finding.Location;
            string?[] parts = [place.File, place.Sheet, place.Row?.ToString(CultureInfo.InvariantCulture), FindingText.OneLine(place.Column ?? "")];
            lines.Append(string.Join(':', parts.Where(p => !string.IsNullOrEmpty(p))));
            lines.Append(' ').Append(text.Word(finding.Severity)).Append(": ").Append(text.Message(finding)).Append('\n');
        }

        if (findings.Count > PlacesShown)
            lines.Append(text.More(findings.Count - PlacesShown)).Append('\n');
        return lines.ToString();
    }

    private static void WriteTotals(XmlWriter xml, int tests, int failures)
    {
        xml.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", "0");
        xml.WriteAttributeString("time", "0");
    }

    // XML 1.0 has no place for most control characters, not even escaped.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (FindingText.IsXml(rune)) clean.Append(rune.ToString());
        return clean.ToString();
    }

    /// <summary>A table, or a form.</summary>
    private sealed record Suite(string Name, List<(CheckId Check, List<Finding> Findings, List<NotJudged> NotJudged)> Cases, int Failures)
    {
        public static Suite Of(string? table, CheckReport report, Severity? failOn)
        {
            var byCheck = report.Findings.Where(f => f.Table == table).ToLookup(f => KeyOf(f.Check), StringComparer.Ordinal);
            // What was not judged is told once, with the main table.
            var notJudged = report.NotJudged.Where(_ => table is null).ToLookup(n => KeyOf(n.Check), StringComparer.Ordinal);
            var cases = report.Checks
                .Where(c => table is null || c.Family == "FORM" || byCheck.Contains(KeyOf(c)))
                .Select(c => (c, byCheck[KeyOf(c)].ToList(), notJudged[KeyOf(c)].ToList()))
                .ToList();
            return Of(table ?? "main", cases, failOn);
        }

        // The rules of a user share a code; each is a case of its own.
        private static string KeyOf(CheckId check) => check.Code == UserRule.Code ? check.ToString() : check.Code;

        public static Suite Of(LintResult form, Severity? failOn)
        {
            var byRule = form.Findings.ToLookup(f => f.Check.Code, StringComparer.Ordinal);
            return Of(form.Form, [.. form.Rules.Select(rule => (rule.Id, byRule[rule.Id.Code].ToList(), new List<NotJudged>()))], failOn);
        }

        private static Suite Of(string name, List<(CheckId Check, List<Finding> Findings, List<NotJudged> NotJudged)> cases, Severity? failOn) =>
            new(name, cases, cases.Count(c => c.Findings.Exists(f => f.Severity >= failOn)));
    }
}
