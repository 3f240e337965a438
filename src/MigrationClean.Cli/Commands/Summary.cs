using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Cli.Commands;

/// <summary>The lines of facts at the end of a run: counts only.</summary>
internal static class Summary
{
    /// <summary><c>1,204 submissions, 37 findings (5 errors) → report.json</c>.</summary>
    public static string Validated(CheckReport report, string? output, Messages texts)
    {
        var text = $"{Counted("text/submissions", "submissions", report.Submissions, texts)}, {Findings(report.Findings, texts)}";
        if (!report.NotJudged.IsEmpty) text += $", {Counted("text/not-judged", "rules", report.NotJudged.Length, texts)}";
        return output is null or "-" ? text : $"{text} → {output}";
    }

    /// <summary><c>37 findings (5 errors) → report.json</c>.</summary>
    public static string Linted(IReadOnlyList<LintResult> forms, string? output, Messages texts)
    {
        var text = Findings([.. forms.SelectMany(form => form.Findings)], texts);
        return output is null or "-" ? text : $"{text} → {output}";
    }

    /// <summary><c>37 findings (5 errors)</c>.</summary>
    public static string Findings(ImmutableArray<Finding> findings, Messages texts)
    {
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var text = Counted("text/findings", "findings", findings.Length, texts);
        return errors == 0 ? text : $"{text} ({Counted("text/errors", "errors", errors, texts)})";
    }

    /// <summary><c>1,228 submissions = 1,190 released + 38 removed (30 without consent, 8 duplicates)</c>.</summary>
    public static string Reconciled(CleanResult result, Messages texts)
    {
        var removed = result.RemovedByReason.Sum(r => r.Submissions);
        var text = texts.Text("text/reconciled", "text",
        [
            new("submissions", result.Validation.Report.Submissions.ToString()),
            new("released", texts.Number(result.SubmissionsOut)),
            new("removed", texts.Number(removed)),
        ]);
        var reasons = result.RemovedByReason.Where(r => r.Submissions > 0).Select(r => Removed(r.Reason, r.Submissions, texts));
        return removed == 0 ? text : $"{text} ({string.Join(", ", reasons)})";
    }

    /// <summary>A line of <c>--dry-run</c>: the path, its rows, and whether it would replace something.</summary>
    public static string Planned(string path, int? rows, bool replaces, Messages texts)
    {
        var counted = rows is { } number ? $" ({Counted("text/rows", "rows", number, texts)})" : "";
        return $"{path}{counted}: {texts.Text(replaces ? "text/would-replace" : "text/new", "text")}";
    }

    private static string Removed(string reason, int submissions, Messages texts)
    {
        var key = $"text/removed/{reason.Replace(' ', '-')}";
        return texts.Has(key, "text") ? Counted(key, "submissions", submissions, texts) : $"{texts.Number(submissions)} {reason}";
    }

    private static string Counted(string key, string place, int number, Messages texts) => texts.Text(key, "text", [new(place, number.ToString())]);
}
