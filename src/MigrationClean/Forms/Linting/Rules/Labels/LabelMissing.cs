using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question that is shown has neither label nor hint.</summary>
internal sealed class LabelMissing : LintRule
{
    public override CheckId Id => new("LINT-37", "label-missing");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.IsShown && !row.HasMedia && row.Text("label").IsEmpty && row.Text("hint").IsEmpty && row.Text("guidance_hint").IsEmpty
        select Found(row, form.PlaceOf(row, "label"), null, new FindingArgument("name", row.Name));
}
