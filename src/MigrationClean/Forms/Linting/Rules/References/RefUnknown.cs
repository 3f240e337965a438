using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A <c>${name}</c> names nothing that the form has; case of letters counts.</summary>
internal sealed class RefUnknown : LintRule
{
    public override CheckId Id => new("LINT-64", "ref-unknown");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (reference, _, header, place) in form.References)
        {
            if (reference.IsMalformed || !FormWords.IsUsed(header) || form.Names.Has(reference.Name)) continue;
            var finding = Found(place, reference.Text, new FindingArgument("name", reference.Name));
            yield return form.Names.Near(reference.Name) is { } near
                ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] }
                : finding;
        }
    }
}
