using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Checks.Logic;

/// <summary>An answer breaks its question's constraint.</summary>
/// <remarks>
/// Judged on answers alone, as in the client. Says the form's own message where there is one, else the rule in words. Source: xlsform §9,
/// cleaning §4.2.
/// </remarks>
internal sealed class ConstraintBroken : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-03", "constraint-broken");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.Constraint;

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var question = (Question)result.NodeOf(violation);
        var rule = result.Data.Shape.Logic.Find(question, LogicColumn.Constraint)!;
        var said = question.ConstraintMessage.InOrFirst(context.LabelLanguage);
        if (said is not null) return With(Found(context, result, violation, new FindingArgument("said", said)), "said");
        var (variant, arguments) = ConstraintWords.Of(rule);
        return With(Found(context, result, violation, [.. arguments]), variant);
    }

    private static Finding With(Finding finding, string variant) => finding.Variant is null ? finding with { Variant = variant } : finding;
}
