using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A check of what people typed: text questions alone.</summary>
internal abstract class TextCheck : AnswerCheck
{
    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Information;

    /// <inheritdoc/>
    public sealed override bool Judges(Question question) => question.Type == QuestionType.Text;

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Run(Answer answer) => Judge(answer, answer.Text) is { } finding ? [finding] : [];

    /// <summary>What is wrong with a text, or <see langword="null"/>.</summary>
    protected abstract Finding? Judge(Answer answer, string text);

    /// <summary>A finding with the question's name and the value.</summary>
    protected Finding Said(Answer answer, string? variant = null, string? expected = null) =>
        Found(answer, new("question", answer.Question.Name), new("value", answer.Text, Sensitive: true)) with { Variant = variant, Expected = expected };
}
