using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two rows attach a file under one name, perhaps in different groups.</summary>
internal sealed class InstanceDuplicate : LintRule
{
    public override CheckId Id => new("LINT-112", "instance-duplicate");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var rows in form.Rows.Where(r => r.Type.Type.IsExternal() && r.Name.Length > 0).GroupBy(r => r.Name, StringComparer.Ordinal))
        {
            var first = rows.First();
            foreach (var row in rows.Skip(1))
                yield return Found(row, row.Place with { Column = form.NameHeader }, row.Name, new("name", row.Name), new FindingArgument("row", $"{first.Place.Row}"));
        }
    }
}
