using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A <c>${…}</c> that is no plain name, or is not closed.</summary>
internal sealed class RefMalformed : LintRule
{
    public override CheckId Id => new("LINT-63", "ref-malformed");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (reference, _, _, place) in form.References)
        {
            if (!reference.IsMalformed) continue;
            var finding = Found(place, reference.Text, new FindingArgument("text", reference.Text));
            yield return reference.Text.EndsWith('}') ? finding : finding with { Variant = "unclosed" };
        }
    }
}
