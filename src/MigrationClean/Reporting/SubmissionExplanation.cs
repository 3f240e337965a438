using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Checks;
using MigrationClean.Checks.Logic.Explaining;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Reporting;

/// <summary>What is asked about a submission.</summary>
public sealed record ExplanationRequest
{
    /// <summary>Any key of the submission; "" where <see cref="Pseudonym"/> names it.</summary>
    public string Key { get; init; } = "";

    /// <summary>The pseudonym that the submission has in a release, or <see langword="null"/>.</summary>
    public string? Pseudonym { get; init; }

    /// <summary>Key, project, round and recipients that the pseudonym was made with.</summary>
    public ReleaseSettings Release { get; init; } = new();

    /// <summary>Name or path of the question; <see langword="null"/> = all whose rules are broken or not judged.</summary>
    public string? Question { get; init; }

    /// <summary>One place instead, e.g. <c>/data/person[2]/age</c>.</summary>
    public string? At { get; init; }

    /// <summary>What the checks of the export are given.</summary>
    public required CheckSettings Checks { get; init; }

    /// <summary>What stands for the clock; <see langword="null"/> = the submission's own times.</summary>
    public DateTimeOffset? Now { get; init; }
}

/// <summary>Explains the rules of a submission's questions. Holds answers: the reader asked for this one submission by its key.</summary>
public static class SubmissionExplanation
{
    /// <summary>Writes the explanation.</summary>
    /// <param name="submissions">What was read.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="format"><c>text</c> or <c>json</c>.</param>
    /// <param name="language">Language of the sentences.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="output">Where it goes.</param>
    /// <exception cref="InputException">There is no such submission, question or language of labels; or the key cannot be used.</exception>
    public static void Write(SubmissionSet submissions, ExplanationRequest request, string format, Language language, string version, TextWriter output)
    {
        Dialect? dialect = request.Checks.Dialect switch { DialectChoice.JavaRosa => Dialect.JavaRosa, DialectChoice.Enketo => Dialect.Enketo, _ => null };
        var words = new FilledText(LabelLanguage.Of(request.Checks.Labels, submissions.Forms));
        var row = request.Pseudonym is { } token ? SubmissionPseudonyms.RowOf(submissions, token, request.Release) : SubmissionKeys.RowOf(submissions, request.Key);
        var submission = new OneSubmission(submissions, row, request.Checks, dialect, request.Now);
        var explainer = new Explainer(submission, words);
        var isAsked = request.Question is not null || request.At is not null;
        var questions = isAsked ? explainer.Question(request.Question, request.At) : explainer.Troubled();
        if (format == "json") ExplanationJson.Write(submission, questions, words, version, output);
        else new ExplanationText(Messages.For(language), words, output).Write(submission, questions, isAsked);
    }
}
