using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The selects of a table-list do not have one list.</summary>
internal sealed class TableListMismatch : LintRule
{
    public override CheckId Id => new("LINT-31", "table-list-mismatch");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var selects in TableLists.In(form.Outline.Nodes))
        {
            var first = selects[0].Type.List!;
            foreach (var row in selects.Where(r => r.Type.List != first))
                yield return Found(row, row.Place, row.TypeText, new("list", row.Type.List!), new FindingArgument("first", first));
        }
    }
}
