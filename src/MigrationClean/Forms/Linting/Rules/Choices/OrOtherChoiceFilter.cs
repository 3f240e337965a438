using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question has both <c>or_other</c> and a choice_filter.</summary>
internal sealed class OrOtherChoiceFilter : LintRule
{
    public override CheckId Id => new("LINT-52", "or-other-choice-filter");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.HasOrOther && row["choice_filter"] is not null
        select Found(row, form.PlaceOf(row, "choice_filter"), row["choice_filter"]);
}
