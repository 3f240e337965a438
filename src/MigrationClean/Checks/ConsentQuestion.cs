using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>Which question asks for consent, and which of its answers mean yes.</summary>
/// <remarks>
/// Cue words are those of anonymisation §2.5. A name counts more than a label, and the plain words for consent more than "agree" and
/// "permission", which opinions and residence permits use as well. Only the main part and only questions with a choice are looked at.
/// </remarks>
internal static class ConsentQuestion
{
    private static readonly string[] PlainCues = ["consent*", "соглас*", "макул*", "soglas*", "makul*"];
    private static readonly string[] WeakCues = ["agree", "agreed", "permission", "разреш*", "уруксат*"];
    private static readonly string[] YesWords = ["yes", "да", "ооба", "agree", "agreed", "consent", "согласен", "согласна", "макулмун", "макул"];

    /// <summary>The question and the accepting values, or <see langword="null"/> if none is found.</summary>
    /// <exception cref="InputException">The question of the settings cannot serve.</exception>
    public static (Question Question, ImmutableArray<string> Accepted)? Find(SubmissionSet submissions, ConsentSettings settings)
    {
        if (settings.Question is { } name) return Named(submissions, name, settings);

        (Question Question, ImmutableArray<string> Accepted)? best = null;
        var bestScore = 0;
        foreach (var question in submissions.Forms.SelectMany(f => f.Questions))
        {
            var score = Score(question);
            if (score <= bestScore || submissions.Main.AnswersOf(question) is null) continue;
            if (Accepted(question, settings) is not { IsEmpty: false } accepted) continue;
            (best, bestScore) = ((question, accepted), score);
        }

        return best;
    }

    private static (Question Question, ImmutableArray<string> Accepted) Named(SubmissionSet submissions, string name, ConsentSettings settings)
    {
        var questions = submissions.Forms.SelectMany(f => f.Questions).ToList();
        var found = questions.FirstOrDefault(q => q.Path == name) ?? questions.FirstOrDefault(q => q.Name == name);
        if (found is null)
        {
            throw Nearest.To(name, questions.Select(q => q.Name)) is { } meant
                ? new InputException("settings/consent-unknown-near", null, new("question", name), new FindingArgument("meant", meant))
                : new InputException("settings/consent-unknown", null, new FindingArgument("question", name));
        }

        if (found.Repeat is { } repeat)
            throw new InputException("settings/consent-in-repeat", null, new("question", name), new FindingArgument("repeat", repeat.Path));
        if (submissions.Main.AnswersOf(found) is null)
            throw new InputException("settings/consent-not-exported", null, new FindingArgument("question", name));
        var accepted = Accepted(found, settings);
        if (accepted.IsEmpty)
        {
            throw new InputException(
                "settings/consent-no-yes",
                null,
                new("question", name),
                new("accept", string.Join(", ", settings.Accept)),
                new FindingArgument("choices", string.Join(", ", found.Choices?.Choices.Select(c => c.Name) ?? [])));
        }

        return (found, accepted);
    }

    /// <summary>
    /// The values that mean yes: those of the settings; where the list has none of the default ones, the choice whose label is the word
    /// for yes.
    /// </summary>
    private static ImmutableArray<string> Accepted(Question question, ConsentSettings settings)
    {
        if (question.Type == QuestionType.Acknowledge) return ["OK"];
        if (question.Choices is not { } list) return settings.Accept;
        ImmutableArray<string> known = [.. settings.Accept.Where(list.Contains)];
        if (!known.IsEmpty || settings.Accept is not ["yes"]) return known;
        return [.. list.Choices.Where(c => c.Label.All.Select(l => l.Text).Append(c.Name).Any(IsYes)).Select(c => c.Name)];
    }

    // "Yes, I agree" and "Да, согласен" are yes; "No, I do not agree" is not.
    private static bool IsYes(string label) => QuestionWords.Of(label) is [var first, ..] && YesWords.Contains(first, StringComparer.Ordinal);

    private static int Score(Question question)
    {
        if (question.Repeat is not null || (!question.Type.IsSelectOne() && question.Type != QuestionType.Acknowledge)) return 0;
        var name = QuestionWords.Of(question.Name);
        if (QuestionWords.HasCue(name, PlainCues)) return 4;
        var label = question.Label.All.SelectMany(l => QuestionWords.Of(l.Text)).ToList();
        if (QuestionWords.HasCue(label, PlainCues)) return 3;
        if (question.Choices is not { Choices.Length: 2 or 3 } && question.Type != QuestionType.Acknowledge) return 0;
        return QuestionWords.HasCue(name, WeakCues) ? 2 : QuestionWords.HasCue(label, WeakCues) ? 1 : 0;
    }
}
