using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The first row of the survey or the choices is no header: none of its texts is a column of XLSForm.</summary>
internal sealed class HeaderMissingRow : LintRule
{
    public override CheckId Id => new("LINT-06", "header-missing-row");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var sheet in new[] { form.Survey, form.Choices })
        {
            if (sheet is null || !Is(sheet) || (sheet != form.Survey && sheet.Rows.IsEmpty)) continue;
            yield return Found(new(sheet.Name, 1, ""), sheet.Headers.Select(h => h.Text).FirstOrDefault(t => t.Length > 0), new FindingArgument("sheet", sheet.Name));
        }
    }

    /// <summary>Whether the sheet holds something and its first row has no known column.</summary>
    public static bool Is(FormSheet sheet) =>
        (!sheet.Rows.IsEmpty || sheet.Headers.Any(h => h.Text.Length > 0)) && sheet.Headers.All(h => h.Name is null);
}
