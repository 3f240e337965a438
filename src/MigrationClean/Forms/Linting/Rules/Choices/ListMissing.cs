using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question uses a list that is not among the choices.</summary>
internal sealed class ListMissing : LintRule
{
    public override CheckId Id => new("LINT-47", "list-missing");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var use in form.ListUses)
        {
            var sheet = use.Sheet == "choices" ? form.Choices : form.External;
            if (use.Row.Type.Structure == Structure.Loop || use.IsIn(form.Lists, form.ExternalLists) || IsElsewhere(use.List)) continue;
            if (use.List is null)
                yield return Found(use.Row, use.Row.Place, use.Row.TypeText, new FindingArgument("name", use.Row.Name)) with { Variant = "structure" };
            else if (sheet is { Rows.IsEmpty: false }) yield return Missing(form, use, sheet);
        }
    }

    /// <summary>Whether a list is no list of a sheet: a file, or the rows of a repeat.</summary>
    public static bool IsElsewhere(string? list) => list is not null
        && (list.Contains("${", StringComparison.Ordinal) || FromFileExtension.Extensions.Any(e => list.EndsWith(e, StringComparison.Ordinal)));

    private Finding Missing(LintContext form, ListUse use, FormSheet sheet)
    {
        var finding = Found(use.Row, use.Row.Place, use.List, new("list", use.List!), new FindingArgument("sheet", sheet.Name));
        if (!sheet.Has("list_name")) return finding with { Variant = "no-column" };
        var lists = use.Sheet == "choices" ? form.Lists : form.ExternalLists;
        return Nearest.To(use.List!, lists.Keys.Order(StringComparer.Ordinal)) is { } near
            ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] }
            : finding;
    }
}
