using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A name is no XML name: it begins with a digit, or holds a blank or a sign that names can't.</summary>
internal sealed class NameInvalid : LintRule
{
    public override CheckId Id => new("LINT-16", "name-invalid");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Kind != RowKind.End && row.Name.Length > 0 && !FormNames.IsXmlName(row.Name)
        select Found(row, form.PlaceOf(row, "name"), row.Name, new("name", row.Name), new FindingArgument("proposed", FormNames.Proposed(row.Name)));
}
