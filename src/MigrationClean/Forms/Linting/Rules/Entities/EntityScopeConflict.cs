using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>
/// The properties of an entity come from different repeats, or not from the one that the sheet names: there is no single iteration that makes the entity.
/// </summary>
internal sealed class EntityScopeConflict : LintRule
{
    public override CheckId Id => new("LINT-124", "entity-scope-conflict");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var properties = EntityProperty.In(form).Where(p => p.Row.Type.Kind == RowKind.Question && !p.IsMalformed).ToList();
        foreach (var entity in EntityDeclarations.In(form).DistinctBy(e => e.List))
        {
            Group? repeat = null;
            if (entity.Cells.TryGetValue("repeat", out var cell))
            {
                repeat = RepeatOf(form, cell.Text);
                if (repeat is null)
                {
                    yield return Found(cell.Place, cell.Text, new FindingArgument("text", cell.Text)) with { Variant = "repeat" };
                    continue;
                }
            }

            var own = properties.Where(p => p.List == entity.List).ToList();
            var scope = repeat ?? (own is [var first, ..] ? ScopeOf(form, first) : null);
            foreach (var property in own.Where(p => ScopeOf(form, p) != scope))
                yield return Found(property.Row, property.Place, property.Text, new("list", entity.List), new FindingArgument("scope", scope?.Name ?? form.Root.Name));
        }
    }

    private static Group? ScopeOf(LintContext form, EntityProperty property) => form.NodesByRow[property.Row.Place.Row].FirstOrDefault()?.Repeat;

    private static Group? RepeatOf(LintContext form, string text) => FormReference.IsOne(text.Trim())
        && form.Names.One(FormReference.In(text).First().Name) is Group { IsRepeat: true, Repeat: null } repeat ? repeat : null;
}
