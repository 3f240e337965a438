using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A choice of a select_multiple or a rank has a blank in its name: blanks part the choices of an answer.</summary>
internal sealed class ChoiceNameSpace : LintRule
{
    public override CheckId Id => new("LINT-50", "choice-name-space");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var lists = form.ListUses
            .Where(use => use.Sheet == "choices" && use.Row.Type.Type is QuestionType.SelectMultiple or QuestionType.Rank)
            .Select(use => use.List).ToHashSet(StringComparer.Ordinal);
        return from row in form.ChoiceRows
               where row.Choice.Name.Contains(' ', StringComparison.Ordinal) && lists.Contains(row.List)
               select Found(row.Choice.Place, row.Choice.Name,
                   new("name", row.Choice.Name), new("list", row.List), new FindingArgument("proposed", row.Choice.Name.Replace(' ', '_')));
    }
}
