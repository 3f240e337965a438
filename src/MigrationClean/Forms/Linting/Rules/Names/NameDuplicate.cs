using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two rows of one group have the same name, or one has a name that the converter makes for the other.</summary>
internal sealed class NameDuplicate : LintRule
{
    public override CheckId Id => new("LINT-17", "name-duplicate");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var group in form.Nodes.OfType<Group>().Prepend(form.Root))
        {
            Dictionary<string, FormNode> seen = new(StringComparer.Ordinal);
            foreach (var (name, node) in group.Children.SelectMany(child => SiblingNames.Of(child)))
            {
                if (seen.TryAdd(name, node)) continue;
                var finding = Found(node.Place with { Column = form.NameHeader }, name, new("name", name), new FindingArgument("row", $"{seen[name].Place.Row}"));
                yield return finding with { Question = name };
            }
        }
    }
}
