using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The survey has no column <c>type</c>, or the choices have no column <c>name</c>.</summary>
internal sealed class HeaderRequiredMissing : LintRule
{
    public override CheckId Id => new("LINT-05", "header-required-missing");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (sheet, column) in new[] { (form.Survey, "type"), (form.Choices, "name") })
        {
            if (sheet is null || sheet.Has(column) || (column == "name" && (sheet.Has("$autovalue") || sheet.Rows.IsEmpty)) || HeaderMissingRow.Is(sheet)) continue;
            var finding = Found(new(sheet.Name, 1, ""), null, new("sheet", sheet.Name), new FindingArgument("column", column));
            var unknown = sheet.Headers.Where(h => h.Name is null && h.Text.Length > 0).Select(h => h.Text);
            yield return unknown.FirstOrDefault(text => Nearest.To(text, [column]) is not null) is { } near
                ? finding with { Variant = "near", Value = near, Arguments = [.. finding.Arguments, new("near", near)] }
                : finding;
        }
    }
}
