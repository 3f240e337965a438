using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A sheet that the form lacks has a lookalike: an error where the form needs it, else a warning.</summary>
internal sealed class SheetMisspelled : LintRule
{
    public override CheckId Id => new("LINT-02", "sheet-misspelled");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var name in (string[])["survey", "choices", "settings", "external_choices", "entities"])
        {
            var isThere = name == "survey" ? form.Survey is not null : form.Source.Find(name) is not null;
            if (isThere || form.Source.Lookalike(name) is not { } near || near == form.Survey?.Name) continue;
            yield return Found(new(near, 0, ""), near, new("sheet", near), new("meant", name)) with { Severity = IsNeeded(form, name) ? Severity.Error : Severity.Warning };
        }
    }

    private static bool IsNeeded(LintContext form, string sheet) => sheet switch
    {
        "survey" => true,
        "choices" or "external_choices" => form.ListUses.Any(use => use.Sheet == sheet),
        "entities" => form.Rows.Any(row => row["save_to"] is not null),
        _ => false,
    };
}
