using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A name is longer than statistics programs keep.</summary>
internal sealed class NameTooLong : LintRule
{
    public override CheckId Id => new("LINT-23", "name-too-long");

    public override Severity Severity => Severity.Notice;

    private const int MostLetters = 63;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Kind != RowKind.End && row.Name.Length > MostLetters
        select Found(row, form.PlaceOf(row, "name"), row.Name, new("name", row.Name), new FindingArgument("letters", $"{row.Name.Length}"));
}
