using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A declaration of entities names no list, or one that another row declares.</summary>
internal sealed class EntityListName : LintRule
{
    public override CheckId Id => new("LINT-125", "entity-list-name");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        foreach (var entity in EntityDeclarations.In(form))
        {
            var place = EntityDeclarations.PlaceOf(form, entity, "list_name");
            if (entity.List.Length == 0) yield return Found(place, null);
            else if (!seen.TryAdd(entity.List, entity.Row))
                yield return Found(place, entity.List, new("list", entity.List), new FindingArgument("row", $"{seen[entity.List]}")) with { Variant = "twice" };
        }
    }
}
