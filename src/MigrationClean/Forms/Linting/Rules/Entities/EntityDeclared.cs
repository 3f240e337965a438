using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>An entity may be made, and has no label.</summary>
internal sealed class EntityCreateNoLabel : LintRule
{
    public override CheckId Id => new("LINT-121", "entity-create-no-label");

    // With update_if alone it is the entity_id that is missing.
    internal override IEnumerable<Finding> Run(LintContext form) =>
        from entity in EntityDeclarations.In(form)
        where !entity.Has("label") && (entity.Has("create_if") || !(entity.Has("entity_id") || entity.Has("update_if")))
        select Found(EntityDeclarations.PlaceOf(form, entity, "label"), null, new FindingArgument("list", entity.List));
}

/// <summary>An entity is made or changed, and nothing says when it is changed.</summary>
internal sealed class EntityUpsertNoUpdateIf : LintRule
{
    public override CheckId Id => new("LINT-122", "entity-upsert-no-update-if");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from entity in EntityDeclarations.In(form)
        where entity.Has("create_if") && entity.Has("entity_id") && !entity.Has("update_if")
        select Found(EntityDeclarations.PlaceOf(form, entity, "update_if"), null, new FindingArgument("list", entity.List));
}

/// <summary>An entity is changed, and nothing says which one.</summary>
internal sealed class EntityUpdateNoId : LintRule
{
    public override CheckId Id => new("LINT-123", "entity-update-no-id");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from entity in EntityDeclarations.In(form)
        where entity.Has("update_if") && !entity.Has("entity_id")
        select Found(EntityDeclarations.PlaceOf(form, entity, "entity_id"), null, new FindingArgument("list", entity.List));
}
