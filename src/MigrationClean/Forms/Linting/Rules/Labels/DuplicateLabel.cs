using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two choices of a list that are offered together have one label.</summary>
internal sealed class DuplicateLabel : LintRule
{
    public override CheckId Id => new("LINT-45", "duplicate-label");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        Dictionary<(string List, string? Language, string Label, string Columns), Choice> seen = [];
        foreach (var (list, choice) in form.ChoiceRows)
        {
            // Places of one name in two districts are never offered together.
            var columns = string.Join('\u001F', choice.Columns.Where(c => !c.Key.StartsWith('$')).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));
            foreach (var (language, label) in choice.Label.All)
            {
                if (seen.TryAdd((list, language, label, columns), choice) || seen[(list, language, label, columns)] is not { } first || first.Name == choice.Name) continue;
                var header = form.Choices!.Headers.FirstOrDefault(h => h.Name == "label" && h.Language == language).Text ?? "label";
                yield return Found(choice.Place with { Column = header }, label,
                    new("label", label), new("list", list), new("first", first.Name), new FindingArgument("second", choice.Name));
                break;
            }
        }
    }
}
