using System.Globalization;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>For pull requests: GitHub's workflow commands. Findings alike are one annotation; answers are never shown.</summary>
/// <remarks>
/// GitHub shows ten annotations of a level a step: with more, the last says how many it stands for. Every line begins with text of ours,
/// so that data cannot give commands.
/// </remarks>
internal sealed class GithubReport : IReportFormat
{
    private const int MostOfALevel = 10;

    /// <inheritdoc/>
    public string Name => "github";

    /// <inheritdoc/>
    public void Write(ValidateResult result, ReportOptions options, Stream output) =>
        Write(result.Report.Findings, new FindingText(Messages.For(options.Language), showValues: false), output);

    /// <inheritdoc/>
    public void Write(IReadOnlyList<LintResult> forms, ReportOptions options, Stream output) =>
        Write(forms.SelectMany(form => form.Findings), new FindingText(Messages.For(options.Language), showValues: false), output);

    private static void Write(IEnumerable<Finding> all, FindingText text, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), -1, leaveOpen: true) { NewLine = "\n" };
        foreach (var level in all.GroupBy(f => LevelOf(f.Severity)).OrderByDescending(g => g.Max(f => f.Severity)))
        {
            var groups = FindingText.Alike(level).ToList();
            var shown = groups.Count <= MostOfALevel ? groups.Count : MostOfALevel - 1;
            foreach (var findings in groups.Take(shown)) WriteLine(writer, level.Key, findings, text);
            if (shown == groups.Count) continue;

            var more = text.Counted("more-findings", groups.Skip(shown).Sum(g => g.Count));
            writer.WriteLine($"::{level.Key} title=migrationclean::{Escape(more)}");
        }
    }

    private static void WriteLine(TextWriter writer, string level, List<Finding> findings, FindingText text)
    {
        var (first, place) = (findings[0], findings[0].Location);
        writer.Write($"::{level} file={Property(place.File)}");
        if ((place.Line ?? place.Row) is { } line) writer.Write($",line={line.ToString(CultureInfo.InvariantCulture)}");
        if (place.ColumnNumber is { } column) writer.Write($",col={column.ToString(CultureInfo.InvariantCulture)}");
        writer.Write($",title={Property(first.Check.ToString())}::{Escape(text.Heading(findings))}");
        writer.WriteLine(findings.Count == 1 ? "" : $" {Escape(text.Counted("places", findings.Count))}");
    }

    private static string LevelOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "notice",
    };

    private static string Escape(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Escape(text).Replace(":", "%3A").Replace(",", "%2C");
}
