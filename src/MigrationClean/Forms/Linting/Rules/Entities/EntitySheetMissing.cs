using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Answers become properties of entities, and the form declares none.</summary>
internal sealed class EntitySheetMissing : LintRule
{
    public override CheckId Id => new("LINT-114", "entity-sheet-missing");

    internal override IEnumerable<Finding> Run(LintContext form) => EntityDeclarations.In(form).Any() ? [] :
        from property in EntityProperty.In(form)
        select Found(property.Row, property.Place, property.Text, new FindingArgument("property", property.Text));
}
