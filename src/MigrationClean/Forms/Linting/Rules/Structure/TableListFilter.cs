using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A select of a table-list has a choice_filter: the table could not show one head for all.</summary>
internal sealed class TableListFilter : LintRule
{
    public override CheckId Id => new("LINT-32", "table-list-filter");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from selects in TableLists.In(form.Outline.Nodes)
        from row in selects
        where row["choice_filter"] is not null
        select Found(row, form.PlaceOf(row, "choice_filter"), row["choice_filter"]);
}
