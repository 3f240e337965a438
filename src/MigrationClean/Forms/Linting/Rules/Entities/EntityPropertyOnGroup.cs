using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A group or repeat, which has no answer, is to become a property of an entity.</summary>
internal sealed class EntityPropertyOnGroup : LintRule
{
    public override CheckId Id => new("LINT-116", "entity-property-on-group");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from property in EntityProperty.In(form)
        where property.Row.Type.Kind != RowKind.Question
        select Found(property.Row, property.Place, property.Text, new FindingArgument("type", property.Row.TypeText));
}
