using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two rows of one group have names that differ by case alone.</summary>
internal sealed class NameCaseDuplicate : LintRule
{
    public override CheckId Id => new("LINT-18", "name-case-duplicate");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var group in form.Nodes.OfType<Group>().Prepend(form.Root))
        {
            Dictionary<string, (string Name, FormNode Node)> seen = new(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, node) in group.Children.SelectMany(child => SiblingNames.Of(child)))
            {
                if (seen.TryAdd(name, (name, node)) || seen[name].Name == name) continue;
                var (first, other) = seen[name];
                var place = node.Place with { Column = form.NameHeader };
                var finding = Found(place, name, new("name", name), new("first", first), new FindingArgument("row", $"{other.Place.Row}"));
                yield return finding with { Question = name };
            }
        }
    }
}
