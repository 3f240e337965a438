using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question has a guidance hint in place of a label; guidance is often not shown.</summary>
internal sealed class LabelGuidanceOnly : LintRule
{
    public override CheckId Id => new("LINT-38", "label-guidance-only");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.IsShown && !row.HasMedia && row.Text("label").IsEmpty && row.Text("hint").IsEmpty && !row.Text("guidance_hint").IsEmpty
        select Found(row, form.PlaceOf(row, "label"), row.Text("guidance_hint").InOrFirst(null), new FindingArgument("name", row.Name));
}
