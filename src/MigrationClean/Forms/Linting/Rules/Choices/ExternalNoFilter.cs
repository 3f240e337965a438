using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A select_one_external has no choice_filter: the reference converter breaks off without a message.</summary>
internal sealed class ExternalNoFilter : LintRule
{
    public override CheckId Id => new("LINT-54", "external-no-filter");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Type == QuestionType.SelectOneExternal && row["choice_filter"] is null
        select Found(row, form.PlaceOf(row, "choice_filter"), null, new FindingArgument("name", row.Name));
}
