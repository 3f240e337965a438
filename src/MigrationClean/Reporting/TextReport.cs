using System.Text;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>For people: grouped by check and question, the first ten places of each, counts at the end, where the eye is.</summary>
internal sealed class TextReport : IReportFormat
{
    /// <inheritdoc/>
    public string Name => "text";

    /// <inheritdoc/>
    public void Write(ValidateResult result, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), -1, leaveOpen: true) { NewLine = "\n" };
        var labels = new FormLabels(result.Submissions, options);
        var page = new TextPage(writer, options, labels.LabelOf);
        foreach (var findings in FindingText.Alike(result.Report.Findings)) page.WriteGroup(findings);
        page.WriteNotJudged(result.Report.NotJudged);
        // An output folder is judged without a form: it has no submissions to count.
        if (result.Submissions.Forms.Length > 0) page.WriteCounts(result);
    }

    /// <inheritdoc/>
    public void Write(IReadOnlyList<LintResult> forms, ReportOptions options, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), -1, leaveOpen: true) { NewLine = "\n" };
        var page = new TextPage(writer, options, _ => "");
        foreach (var form in forms)
        {
            foreach (var findings in page.SameAdvice(form.Findings)) page.WriteGroup(findings);
            page.WriteCounts(form);
        }
    }
}
