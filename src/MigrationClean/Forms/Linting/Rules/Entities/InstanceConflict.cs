using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>One name means two sources: files of different kinds, or a file and a list of choices.</summary>
internal sealed class InstanceConflict : LintRule
{
    public override CheckId Id => new("LINT-113", "instance-conflict");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        Dictionary<string, FormInstance> seen = new(StringComparer.Ordinal);
        foreach (var instance in FormInstances.In(form))
        {
            if (seen.TryAdd(instance.Name, instance) || instance.Row is not { } row) continue;
            var first = seen[instance.Name];
            // Two external rows of one name are said to be twice there.
            if (first.Source == instance.Source || (row.Type.Type.IsExternal() && first.Row?.Type.Type.IsExternal() == true)) continue;
            yield return Found(row, instance.Place, instance.Source,
                new("name", instance.Name), new("source", instance.Source), new("first", first.Source), new FindingArgument("row", $"{first.Place.Row}")) with
            {
                Variant = first.Source == FormInstances.Choices ? "choices" : null,
            };
        }
    }
}
