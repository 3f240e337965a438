using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A group or repeat without anything in it, a group of which nothing is ever shown, or a form without questions.</summary>
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
            if (group.Row is not { Type.Structure: Structure.Group or Structure.Repeat } row || group.Children.Any(HasControl)) continue;
            var finding = Found(row, row.Place, row.TypeText, new FindingArgument("name", group.Name));
            if (group.Children.Length == 0) yield return finding;
            // The engine looks at what it comes to: a repeat has iterations of its own, and what is not relevant is passed by.
            else if (!group.IsRepeat && !group.IsConditional && group.Repeat is null) yield return finding with { Variant = "hidden" };
        }
    }

    // Rows of an unknown type are told as such.
    private static bool HasControl(FormNode node) =>
        node is Group || node.Row is not { } row || row.IsShown || row.Type.Type == QuestionType.Unknown;
}
