using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A filter column of the choices has a blank in its header, or none: the converter drops it.</summary>
internal sealed class ChoicesHeaderSpace : LintRule
{
    public override CheckId Id => new("LINT-08", "choices-header-space");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Choices is not { Rows.IsEmpty: false } sheet || HeaderMissingRow.Is(sheet)) yield break;
        for (var i = 0; i < sheet.Headers.Length; i++)
        {
            var (text, name, _) = sheet.Headers[i];
            if (name is not null) continue;
            if (text.Contains(' ', StringComparison.Ordinal))
                yield return FoundAt(sheet, i, new("header", text), new FindingArgument("proposed", text.Replace(' ', '_')));
            else if (text.Length == 0 && sheet.Rows.Any(row => row.Cells[i].Length > 0))
                yield return FoundAt(sheet, i, new FindingArgument("column", $"{i + 1}")) with { Variant = "empty" };
        }
    }
}
