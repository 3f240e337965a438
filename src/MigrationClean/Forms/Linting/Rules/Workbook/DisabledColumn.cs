using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The column <c>disabled</c> is used, which is no part of XLSForm any more.</summary>
internal sealed class DisabledColumn : LintRule
{
    public override CheckId Id => new("LINT-09", "disabled-column");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Survey is not { } sheet) yield break;
        for (var i = 0; i < sheet.Headers.Length; i++)
            if (sheet.Headers[i].Name == "disabled" && sheet.Rows.Any(row => row.Cells[i].Length > 0)) yield return FoundAt(sheet, i);
    }
}
