using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two questions fill one property of an entity.</summary>
internal sealed class EntityPropertyDuplicate : LintRule
{
    public override CheckId Id => new("LINT-115", "entity-property-duplicate");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var properties in EntityProperty.In(form).Where(p => p is { List: not null, IsMalformed: false }).GroupBy(p => (p.List, p.Property)))
        {
            var first = properties.First();
            foreach (var property in properties.Skip(1))
                yield return Found(property.Row, property.Place, property.Text, new("property", property.Property), new FindingArgument("row", $"{first.Row.Place.Row}"));
        }
    }
}
