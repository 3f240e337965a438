using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A row has a name or a label and no type.</summary>
internal sealed class TypeMissing : LintRule
{
    public override CheckId Id => new("LINT-24", "type-missing");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Untyped
        where row.Name.Length > 0 || !row.Text("label").IsEmpty
        let name = row.Name.Length > 0 ? row.Name : row.Text("label").InOrFirst(null)!
        select Found(row, row.Place, null, new FindingArgument("name", name));
}
