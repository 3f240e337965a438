using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The name of a list of entities or of a property is none that it can have, or taken.</summary>
internal sealed class EntityNameInvalid : LintRule
{
    public override CheckId Id => new("LINT-120", "entity-name-invalid");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var entity in EntityDeclarations.In(form))
        {
            if (entity.List.Length > 0 && !IsName(entity.List))
                yield return Found(EntityDeclarations.PlaceOf(form, entity, "list_name"), entity.List,
                    new("name", entity.List), new FindingArgument("proposed", Proposed(entity.List)));
        }

        foreach (var property in EntityProperty.In(form).Where(p => !p.IsMalformed))
        {
            if (IsTaken(property.Property))
                yield return Found(property.Row, property.Place, property.Text, new FindingArgument("name", property.Property)) with { Variant = "taken" };
            else if (!IsName(property.Property))
                yield return Found(property.Row, property.Place, property.Text, new("name", property.Property), new FindingArgument("proposed", Proposed(property.Property)));
        }
    }

    private static bool IsTaken(string name) =>
        string.Equals(name, "name", StringComparison.OrdinalIgnoreCase) || string.Equals(name, "label", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string name) => FormNames.IsXmlName(name) && !name.Contains('.', StringComparison.Ordinal) && !name.StartsWith("__", StringComparison.Ordinal);

    private static string Proposed(string name) => FormNames.Proposed(name.Replace('.', '_'));
}
