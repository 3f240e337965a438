using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A row of the survey has neither type nor name nor label: it is skipped.</summary>
internal sealed class RowSkipped : LintRule
{
    public override CheckId Id => new("LINT-10", "row-skipped");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Untyped
        where row.Name.Length == 0 && row.Text("label").IsEmpty
        select Found(row.Place, row.Cells.Values.Select(c => c.Text).Concat(row.Extra.Values).Order(StringComparer.Ordinal).FirstOrDefault());
}
