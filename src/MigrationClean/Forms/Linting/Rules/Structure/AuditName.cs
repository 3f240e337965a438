using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>An audit has a name of its own.</summary>
internal sealed class AuditName : LintRule
{
    public override CheckId Id => new("LINT-34", "audit-name");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Type == QuestionType.Audit && row.GivenName is not ("" or "audit")
        select Found(row, form.PlaceOf(row, "name"), row.GivenName, new FindingArgument("name", row.GivenName));
}
