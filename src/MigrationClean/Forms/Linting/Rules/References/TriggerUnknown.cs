using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A trigger names no question of the form.</summary>
internal sealed class TriggerUnknown : LintRule
{
    public override CheckId Id => new("LINT-66", "trigger-unknown");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var (row, place, name) in Triggers.In(form))
        {
            if (name.Length == 0 || form.Names.Find(name).OfType<Question>().Any()) continue;
            var finding = Found(row, place, $"${{{name}}}", new FindingArgument("name", name));
            yield return form.Names.Has(name) ? finding with { Variant = "group" }
                : form.Names.Near(name) is { } near ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] }
                : finding;
        }
    }
}
