using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>The words of findings in one language: answers hidden, or shown in backticks on one line.</summary>
internal sealed class FindingText(Messages messages, bool showValues)
{
    private const int LongestValue = 120;

    /// <summary>The sentence.</summary>
    public string Message(Finding finding) => Text(finding, "message");

    /// <summary>A text of a finding: <c>message</c>, <c>why</c>, <c>fix</c>; empty where there is none.</summary>
    public string Text(Finding finding, string part) =>
        messages.Has(finding.MessageKey, part) ? messages.Text(finding.MessageKey, part, Shown(finding.Arguments), showValues) : "";

    /// <summary>
    /// One sentence for findings of one check about one question: their own if they all say the same, else the check's title.
    /// </summary>
    public string Heading(IReadOnlyList<Finding> findings)
    {
        var hidden = showValues ? new FindingText(messages, showValues: false) : this;
        foreach (var text in new[] { this, hidden })
        {
            var message = text.Message(findings[0]);
            if (findings.All(f => text.Message(f) == message)) return message;
        }

        return Text(findings[0], "title");
    }

    /// <summary>
    /// Findings that are told together: one severity, check, variant and question, in their order; the gravest first, then by code.
    /// </summary>
    public static IEnumerable<List<Finding>> Alike(IEnumerable<Finding> findings) => findings
        .GroupBy(f => (f.Severity, f.Check, f.Variant, f.Table, f.Question))
        .OrderByDescending(g => g.Key.Severity)
        .ThenBy(g => g.Key.Check.Code, StringComparer.Ordinal)
        .ThenBy(g => g.Key.Check.Name, StringComparer.Ordinal)
        .Select(g => g.ToList());

    /// <summary>Why a rule was not judged.</summary>
    public string Reason(NotJudged rule) => messages.Text($"reason/{rule.Reason}", "text", rule.Arguments, showValues);

    /// <summary>A text of the reports with numbers and names in its places.</summary>
    public string Word(string key, params ReadOnlySpan<FindingArgument> arguments) => messages.Text($"report/{key}", "text", [.. arguments]);

    /// <summary>A text with a number in its place <c>n</c>.</summary>
    public string Counted(string key, long n) => Word(key, new FindingArgument("n", n.ToString(CultureInfo.InvariantCulture)));

    /// <summary>That there are more than are shown.</summary>
    public string More(int n) => Word("more", new FindingArgument("n", messages.Number(n)));

    /// <summary>Whether XML 1.0 can hold the character.</summary>
    public static bool IsXml(Rune rune) => rune.Value is '\t' or '\n' or (>= 0x20 and not 0xFFFE and not 0xFFFF);

    /// <summary>Its severity as a word.</summary>
    public string Word(Severity severity) => Word($"severity-{Name(severity)}");

    /// <summary>Its severity as programs read it.</summary>
    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Notice => "notice",
        _ => "info",
    };

    /// <summary><c>5 errors, 2 notices</c>, the gravest first; empty where there are no findings.</summary>
    public string Severities(ImmutableArray<Finding> findings) => string.Join(", ", Gravest
        .Select(s => (Severity: s, Count: findings.Count(f => f.Severity == s)))
        .Where(s => s.Count > 0)
        .Select(s => Counted($"counted-{Name(s.Severity)}", s.Count)));

    /// <summary>All severities, the gravest first.</summary>
    public static ImmutableArray<Severity> Gravest { get; } = [Severity.Error, Severity.Warning, Severity.Notice, Severity.Info];

    /// <summary>A text from data on one line: no line ends, no control characters, not too long.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestValue) + 1);
        foreach (var letter in text)
        {
            if (line.Length >= LongestValue) return line.Append('…').ToString();
            line.Append(char.IsControl(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format ? ' ' : letter);
        }

        return line.ToString();
    }

    private ImmutableArray<FindingArgument> Shown(ImmutableArray<FindingArgument> arguments) => showValues
        ? [.. arguments.Select(a => a.Sensitive ? a with { Value = $"`{OneLine(a.Value)}`" } : a)]
        : arguments;
}
