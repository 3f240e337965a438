using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A header stands twice on a sheet: one of the two columns would be lost.</summary>
internal sealed class HeaderDuplicate : LintRule
{
    public override CheckId Id => new("LINT-03", "header-duplicate");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from sheet in form.KnownSheets
        from clash in sheet.Clashes()
        where clash.IsSameText
        select FoundAt(sheet, clash.Position, new FindingArgument("header", clash.Second.Text));
}
