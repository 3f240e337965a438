using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question needs a list, and the form has no choices at all.</summary>
internal sealed class ChoicesSheetMissing : LintRule
{
    public override CheckId Id => new("LINT-46", "choices-sheet-missing");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (!form.ChoiceRows.IsEmpty || HasUnreadChoices(form)) yield break;
        if (form.ListUses.FirstOrDefault(use => use is { Sheet: "choices", List: not null } && !ListMissing.IsElsewhere(use.List)) is { } first)
            yield return Found(first.Row, first.Row.Place, first.List, new("list", first.List!), new FindingArgument("name", first.Row.Name));
    }

    // Rows that name no list are told by list-missing, which can say why.
    private static bool HasUnreadChoices(LintContext form) => form.Choices is { } sheet && !sheet.Rows.IsEmpty;
}
