using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A group or repeat without anything in it, or a form without questions.</summary>
internal sealed class GroupEmpty : LintRule
{
    public override CheckId Id => new("LINT-29", "group-empty");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Survey is { } survey && survey.Has("type") && form.Nodes.IsEmpty)
            yield return Found(new(survey.Name, 0, ""), null) with { Variant = "form" };
        foreach (var group in form.Nodes.OfType<Group>())
        {
            if (group.Children.Length == 0 && group.Row is { Type.Structure: Structure.Group or Structure.Repeat } row)
                yield return Found(row, row.Place, row.TypeText, new FindingArgument("name", group.Name));
        }
    }
}
