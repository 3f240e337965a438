using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Answers;

/// <summary>An answer names a choice that is not in the question's choice list.</summary>
/// <remarks>
/// Happens when the form was edited after collection began, when labels were exported or pasted instead of names, and by typing into the
/// data. One finding a cell, however many of its choices are wrong. Choices that come from a repeat's answers are FORM-06's. Source: XLSForm, <c>choices</c> sheet; cleaning §4.2.
/// </remarks>
internal sealed class ChoiceNotInList : AnswerCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-05", "choice-not-in-list");

    /// <inheritdoc/>
    public override bool Judges(Question question) =>
        question.Type != QuestionType.SelectOneFromRepeat && (question.Type.IsSelectOne() || question.Type.IsSelectMultiple() || question.Type == QuestionType.Rank);

    /// <inheritdoc/>
    public override string? WhyNotJudged(Question question) => question is { Choices: not null, HasSearchedChoices: false } ? null : "external-list";

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(Answer answer)
    {
        if (answer.Question is not { Choices: { } list, HasSearchedChoices: false }) return [];
        var wrong = answer.ChosenNames.Where(name => !IsChoice(answer.Question, name) && !string.IsNullOrWhiteSpace(name)).ToList();
        return wrong.Count == 0 ? [] : [Said(answer, list, wrong)];
    }

    /// <summary>Whether a name is a choice of the question's list, which there is.</summary>
    internal static bool IsChoice(Question question, string name) =>
        question.Choices!.Contains(name) || (question.HasOrOther && name == "other");

    private Finding Said(Answer answer, ChoiceList list, List<string> wrong)
    {
        // A choice that only an older version had was right when it was chosen.
        var older = answer.Column.ByForm.SkipWhile(q => q != answer.Question).Skip(1).OfType<Question>().Where(q => q.Choices is not null);
        var never = wrong.Where(name => !older.Any(q => IsChoice(q, name))).ToList();
        FindingArgument listed = new("list", list.Name), asked = new("question", answer.Question.Name);
        if (never.Count == 0) return Found(answer, Named(wrong), listed, asked) with { Variant = "older-version", Severity = Severity.Notice };

        var meant = ChoiceLabels.NamesFor(answer.Text, answer.Question);
        return Found(answer, Named(never), listed, asked, new("expected", meant ?? "", Sensitive: true)) with
        {
            Variant = meant is null ? null : "label-stored",
            Expected = meant,
        };
    }

    private static FindingArgument Named(List<string> names) =>
        new("value", string.Join(", ", names.Distinct(StringComparer.Ordinal)), Sensitive: true);
}
