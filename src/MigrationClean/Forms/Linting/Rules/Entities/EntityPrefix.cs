using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The form declares several lists of entities, and a property does not say to which it belongs.</summary>
internal sealed class EntityPrefixMissing : LintRule
{
    public override CheckId Id => new("LINT-118", "entity-prefix-missing");

    internal override IEnumerable<Finding> Run(LintContext form) => EntityDeclarations.In(form).Take(2).ToList() is not [var first, _] ? [] :
        from property in EntityProperty.In(form)
        where !property.HasPrefix
        select Found(property.Row, property.Place, property.Text, new FindingArgument("proposed", $"{first.List}#{property.Text}"));
}

/// <summary>A property has more than one <c>#</c>, so it can't be told what is the list.</summary>
internal sealed class EntityPrefixTwice : LintRule
{
    public override CheckId Id => new("LINT-119", "entity-prefix-twice");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from property in EntityProperty.In(form)
        where property.IsMalformed
        select Found(property.Row, property.Place, property.Text, new FindingArgument("text", property.Text));
}
