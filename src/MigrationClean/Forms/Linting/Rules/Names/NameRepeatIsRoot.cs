using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A repeat has the name of the form's root.</summary>
internal sealed class NameRepeatIsRoot : LintRule
{
    public override CheckId Id => new("LINT-19", "name-repeat-is-root");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type is { Kind: RowKind.Begin, Structure: Structure.Repeat } && row.Name == form.Root.Name
        select Found(row, form.PlaceOf(row, "name"), row.Name, new FindingArgument("name", row.Name));
}
