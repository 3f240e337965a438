using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A row is called <c>meta</c>, which the converter keeps for itself at every level.</summary>
internal sealed class NameReservedMeta : LintRule
{
    public override CheckId Id => new("LINT-21", "name-reserved-meta");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Kind != RowKind.End && row.Name == "meta"
        select Found(row, form.PlaceOf(row, "name"), row.Name);
}
