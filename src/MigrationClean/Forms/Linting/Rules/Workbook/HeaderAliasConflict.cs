using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two headers are spellings of one column, such as <c>relevant</c> and <c>relevance</c>.</summary>
internal sealed class HeaderAliasConflict : LintRule
{
    public override CheckId Id => new("LINT-04", "header-alias-conflict");

    // `form_id` and `id_string` together are a rule of their own, and only warned of.
    internal override IEnumerable<Finding> Run(LintContext form) =>
        from sheet in form.KnownSheets
        from clash in sheet.Clashes()
        where !clash.IsSameText && !(sheet == form.SettingsSheet && clash.Second.Name == "form_id")
        select FoundAt(sheet, clash.Position, new("first", clash.First.Text), new FindingArgument("second", clash.Second.Text));
}
