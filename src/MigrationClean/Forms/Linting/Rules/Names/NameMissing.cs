using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question, group or repeat has no name. Notes may lack it, audits always have the same.</summary>
internal sealed class NameMissing : LintRule
{
    public override CheckId Id => new("LINT-15", "name-missing");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Kind != RowKind.End && row.GivenName.Length == 0 && row.Type.Type is not (QuestionType.Note or QuestionType.Audit)
        select Found(row, form.PlaceOf(row, "name"), null, new FindingArgument("type", row.TypeText));
}
