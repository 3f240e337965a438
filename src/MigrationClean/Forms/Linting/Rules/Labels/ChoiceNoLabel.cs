using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A choice has no label: the form can't be opened if a question shows it.</summary>
internal sealed class ChoiceNoLabel : LintRule
{
    public override CheckId Id => new("LINT-40", "choice-no-label");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Choices is not { } sheet) yield break;
        var shown = form.ListUses.Where(use => use.Sheet == "choices").Select(use => use.List).ToHashSet(StringComparer.Ordinal);
        var labelHeader = sheet.Headers.FirstOrDefault(h => h.Name == "label") is { Text.Length: > 0 } header ? header.Text : "label";
        var media = sheet.Headers.Where(h => h.Name is "image" or "audio" or "video").Select(h => h.Text).ToList();
        foreach (var (list, choice) in form.ChoiceRows)
        {
            if (choice.Name.Length == 0 || !choice.Label.IsEmpty) continue;
            var finding = Found(choice.Place with { Column = labelHeader }, null, new("name", choice.Name), new FindingArgument("list", list));
            // The converter warns of each; only what has nothing to show is refused by the engine.
            yield return shown.Contains(list) && !media.Exists(choice.Columns.ContainsKey) ? finding : finding with { Severity = Severity.Warning };
        }
    }
}
