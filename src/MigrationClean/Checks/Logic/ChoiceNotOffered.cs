using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Logic;

/// <summary>A choice of the list was not offered: the question's filter hides it at the other answers of the submission.</summary>
/// <remarks>
/// One finding a cell, however many of its choices are hidden. In a cascade the level that is out of line is blamed, for all levels that do
/// not go with it (<see cref="CascadeBlame"/>). Source: xlsform §9, cleaning §4.2.
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
        foreach (var cell in violations.ToLookup(v => (Blamed(v), v.Row)))
        {
            var own = cell.Where(v => v.Element == cell.Key.Item1).ToList();
            if (own.Count > 0)
            {
                yield return Found(context, result, own[0], Choices(own));
                continue;
            }

            var lower = string.Join("`, `", cell.Select(v => result.NodeOf(v).Name).Distinct());
            yield return Found(context, result, cell.First() with { Element = cell.Key.Item1 }, Choices(cell), new FindingArgument("lower", lower)) with { Variant = "upper" };
        }
    }

    private static int Blamed(in Violation violation) => violation.Blamed == 0 || violation.DependsOnClient ? violation.Element : violation.Blamed;

    private static FindingArgument Choices(IEnumerable<Violation> violations) => new("choice", string.Join(", ", violations.Select(v => v.Value)), Sensitive: true);
}
