using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A repeat has no label: whoever fills in the form is asked to add one more of nothing.</summary>
internal sealed class RepeatNoLabel : LintRule
{
    public override CheckId Id => new("LINT-28", "repeat-no-label");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type is { Kind: RowKind.Begin, Structure: Structure.Repeat } && row.Text("label").IsEmpty && !row.HasMedia && row["calculation"] is null
        select Found(row, form.PlaceOf(row, "label"), null, new FindingArgument("name", row.Name));
}
