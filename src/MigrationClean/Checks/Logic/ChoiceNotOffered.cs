using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Checks.Logic;

/// <summary>A choice of the list was not offered: the question's filter hides it at the other answers of the submission.</summary>
/// <remarks>
/// One finding a cell, however many of its choices are hidden. In a cascade the upper level is blamed where a level below agrees with this
/// one: then it is the upper that is out of line. Source: xlsform §9, cleaning §4.2.
/// </remarks>
internal sealed class ChoiceNotOffered : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-06", "choice-not-offered");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.Choice;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Tell(CheckContext context, LogicResult result, IEnumerable<Violation> violations)
    {
        var cells = violations.ToLookup(v => (v.Element, v.Row));
        foreach (var cell in cells)
        {
            FindingArgument choice = new("choice", string.Join(", ", cell.Select(v => v.Value)), Sensitive: true);
            var violation = cell.First();
            var finding = Found(context, result, violation, choice);
            var upper = finding.Variant is null ? UpperOutOfLine(result, violation, cells) : null;
            yield return upper is null ? finding : About(context, result, upper, violation, choice);
        }
    }

    private Finding About(CheckContext context, LogicResult result, Question upper, in Violation violation, FindingArgument choice)
    {
        var element = result.Data.Shape.ElementOf(upper);
        var lower = result.NodeOf(violation);
        return Found(context, result, violation with { Element = element }, choice, new FindingArgument("lower", lower.Name)) with { Variant = "upper" };
    }

    /// <summary>The select above in the cascade, if a select below has an answer that goes with this one.</summary>
    private static Question? UpperOutOfLine(LogicResult result, in Violation violation, ILookup<(int Element, int Row), Violation> cells)
    {
        var (shape, row) = (result.Data.Shape, violation.Row);
        var question = (Question)result.NodeOf(violation);
        var upper = Filtered(question)?.LastOrDefault(q => q != question && q.Type.IsSelectOne() && q.Repeat == question.Repeat);
        if (upper is null || result.Data.Columns[shape.ElementOf(upper)] is null || cells.Contains((shape.ElementOf(upper), row))) return null;
        var isSupported = shape.Logic.Form.Questions.Any(below =>
            below != question && below.Repeat == question.Repeat && below.Type.IsSelectOne() && Filtered(below)?.LastOrDefault() == question
            && result.Data.Columns[shape.ElementOf(below)] is { } column && column.Value.CodeAt(row) != 0 && !cells.Contains((shape.ElementOf(below), row)));
        return isSupported ? upper : null;

        IEnumerable<Question>? Filtered(Question select) => shape.Logic.Find(select, LogicColumn.ChoiceFilter)?.Reads.OfType<Question>();
    }
}
