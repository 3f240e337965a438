using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A name has letters of a script without capitals: the converter takes it, and Collect can't open the form.</summary>
internal sealed class NameEngineUnsupported : LintRule
{
    public override CheckId Id => new("LINT-22", "name-engine-unsupported");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Kind != RowKind.End && row.Name.Any(IsUncased)
        select Found(row, form.PlaceOf(row, "name"), row.Name, new FindingArgument("name", row.Name));

    private static bool IsUncased(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter;
}
