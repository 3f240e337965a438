using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A property belongs to a list of entities that the form does not declare.</summary>
internal sealed class EntityListUnknown : LintRule
{
    public override CheckId Id => new("LINT-117", "entity-list-unknown");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var lists = EntityDeclarations.In(form).Select(e => e.List).Where(list => list.Length > 0).ToList();
        if (lists.Count == 0) yield break;
        foreach (var property in EntityProperty.In(form))
        {
            if (!property.HasPrefix || property.IsMalformed || lists.Contains(property.List!)) continue;
            yield return Found(property.Row, property.Place, property.Text, new("list", property.List!), new FindingArgument("lists", string.Join("`, `", lists)));
        }
    }
}
