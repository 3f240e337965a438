using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic;

/// <summary>A question has an answer although its relevance, or that of a group around it, is false.</summary>
/// <remarks>The form's default left in a question that was not asked is a notice. Source: xlsform §9, cleaning §4.2.</remarks>
internal sealed class AnswerNotRelevant : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-01", "answer-not-relevant");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.NotRelevant;

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var finding = Found(context, result, violation);
        var isDefault = result.NodeOf(violation) is Question { Default: { Length: > 0 } text } && text.Trim() == finding.Value?.Trim();
        return isDefault && finding.Variant is null ? finding with { Variant = "default", Severity = Severity.Notice } : finding;
    }
}
