using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two choices of a list have one name; only advice where the settings allow it.</summary>
internal sealed class ChoiceDuplicate : LintRule
{
    public override CheckId Id => new("LINT-49", "choice-duplicate");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var isAllowed = CellText.IsYes(form.Settings["allow_choice_duplicates"]);
        Dictionary<(string List, string Name), int> seen = [];
        foreach (var (list, choice) in form.ChoiceRows)
        {
            if (choice.Name.Length == 0 || seen.TryAdd((list, choice.Name), choice.Place.Row)) continue;
            var finding = Found(choice.Place, choice.Name, new("name", choice.Name), new("list", list), new FindingArgument("row", $"{seen[(list, choice.Name)]}"));
            yield return isAllowed ? finding with { Severity = Severity.Notice, Variant = "allowed" } : finding;
        }
    }
}
