using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A choice has no name, which is what is stored.</summary>
internal sealed class ChoiceNameMissing : LintRule
{
    public override CheckId Id => new("LINT-48", "choice-name-missing");

    internal override IEnumerable<Finding> Run(LintContext form) => form.Choices is not { } sheet || !(sheet.Has("name") || sheet.Has("$autovalue")) ? [] :
        from row in form.ChoiceRows
        where row.Choice.Name.Length == 0
        select Found(row.Choice.Place, null, new FindingArgument("list", row.List));
}
