using System.Collections.Frozen;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Reporting;

/// <summary>Labels of questions and choices in the language that <see cref="ReaderLabels"/> tells.</summary>
internal sealed class FormLabels(SubmissionSet submissions, ReportOptions options)
{
    private readonly string? _labels = ReaderLabels.Of(options.Labels, options.Language, submissions.Forms);

    private readonly FrozenDictionary<string, Question> _byPath = submissions.Forms
        .SelectMany(f => f.Questions)
        .DistinctBy(q => Key(q.Repeat?.Path, q.Name), StringComparer.Ordinal)
        .ToFrozenDictionary(q => Key(q.Repeat?.Path, q.Name), StringComparer.Ordinal);

    /// <summary>
    /// The question that a finding is about, in the newest form that has it; <see langword="null"/> where it is about none.
    /// </summary>
    public Question? QuestionOf(Finding finding) =>
        finding.Question is { } name ? _byPath.GetValueOrDefault(Key(finding.Table, name)) : null;

    /// <summary>The question's label on one line, or "".</summary>
    public string LabelOf(Finding finding) => QuestionOf(finding) is { } question ? In(question.Label) : "";

    /// <summary>The label of the finding's value where that is a choice or several, or "".</summary>
    public string ValueLabelOf(Finding finding)
    {
        if (QuestionOf(finding) is not { Choices: { } list } || finding.Value is not { } value) return "";
        var names = list.Contains(value) ? [value] : value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var labels = names.Select(list.Find).ToList();
        return labels.Exists(c => c is null) ? "" : string.Join("; ", labels.Select(c => In(c!.Label)));
    }

    private string In(LocalText text) =>
        FindingText.OneLine(text.In(_labels) ?? text.InOrFirst(submissions.Form.DefaultLanguage) ?? "").Trim();

    private static string Key(string? table, string name) => $"{table}\n{name}";
}
