using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Logic;

/// <summary>A choice of the list was not offered: the question's filter hides it at the other answers of the submission.</summary>
/// <remarks>One finding a cell, however many of its choices are hidden. Source: xlsform §9, cleaning §4.2.</remarks>
internal sealed class ChoiceNotOffered : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-06", "choice-not-offered");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.Choice;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var row = violation.Row;
        var element = violation.Element;
        var cell = result.Violations.Where(v => v.Kind == Kind && v.Element == element && v.Row == row).ToList();
        if (cell[0] != violation) return [];
        var choices = string.Join(", ", cell.Select(v => v.Value));
        return [Found(context, result, violation, new FindingArgument("choice", choices, Sensitive: true))];
    }
}
