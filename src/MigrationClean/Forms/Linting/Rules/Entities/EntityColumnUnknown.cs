using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A column of the entities sheet is none that it may have: unlike other sheets it refuses them.</summary>
internal sealed class EntityColumnUnknown : LintRule
{
    public override CheckId Id => new("LINT-126", "entity-column-unknown");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Entities is not { } sheet) yield break;
        for (var i = 0; i < sheet.Headers.Length; i++)
        {
            var header = sheet.Headers[i].Text;
            if (header.Length == 0 || EntityDeclarations.ColumnOf(header) is not null || sheet.Rows.All(r => r.Cells[i].Length == 0)) continue;
            yield return FoundAt(sheet, i, new("header", header), new FindingArgument("columns", string.Join("`, `", EntityDeclarations.Columns)));
        }
    }
}
