using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Logic;

/// <summary>A required question was asked and has no answer.</summary>
/// <remarks>Looked at in consented interviews alone, since a refusal ends the form. Source: xlsform §9, cleaning §4.2.</remarks>
internal sealed class RequiredMissing : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-02", "required-missing");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.Required;

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation) =>
        Found(context, result, violation) with { Value = null };
}
