using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A <c>${name}</c> could mean several questions or groups.</summary>
internal sealed class RefAmbiguous : LintRule
{
    public override CheckId Id => new("LINT-65", "ref-ambiguous");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (reference, _, header, place) in form.References)
        {
            if (reference.IsMalformed || !FormWords.IsUsed(header)) continue;
            // What a loop has made of one row is told apart by where the reference stands.
            var rows = form.Names.Find(reference.Name).Select(node => node.Place.Row).Distinct().ToList();
            if (rows.Count > 1)
                yield return Found(place, reference.Text, new("name", reference.Name), new FindingArgument("rows", string.Join(", ", rows)));
        }
    }
}
