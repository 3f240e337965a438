using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A select_one_external needs the sheet <c>external_choices</c>, and there is none.</summary>
internal sealed class ExternalSheetMissing : LintRule
{
    public override CheckId Id => new("LINT-53", "external-sheet-missing");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.External is { Rows.IsEmpty: false }) yield break;
        if (form.ListUses.FirstOrDefault(use => use.Sheet == "external_choices") is { } first)
            yield return Found(first.Row, first.Row.Place, first.List, new("list", first.List!), new FindingArgument("name", first.Row.Name));
    }
}
