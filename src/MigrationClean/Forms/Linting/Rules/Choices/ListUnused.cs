using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>No question uses a list.</summary>
internal sealed class ListUnused : LintRule
{
    public override CheckId Id => new("LINT-57", "list-unused");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var used = form.ListUses.Where(use => use.Sheet == "choices").Select(use => use.List)
            .Concat(Parameters.In(form, _ => true).SelectMany(parameters => new[] { parameters["tick_labelset"], parameters["reference-geometry"] }))
            .ToHashSet(StringComparer.Ordinal);
        var looked = form.Source.Sheets.Where(s => s != form.Choices).SelectMany(s => s.Rows).SelectMany(r => r.Cells)
            .Where(cell => cell.Contains("instance(", StringComparison.Ordinal)).ToList();
        foreach (var rows in form.ChoiceRows.GroupBy(r => r.List, StringComparer.Ordinal))
        {
            if (used.Contains(rows.Key) || looked.Exists(cell => cell.Contains($"'{rows.Key}'", StringComparison.Ordinal) || cell.Contains($"\"{rows.Key}\"", StringComparison.Ordinal))) continue;
            var place = rows.First().Choice.Place;
            var header = form.Choices!.Headers[form.Choices.Columns()["list_name"]].Text;
            yield return Found(place with { Column = header }, rows.Key, new("list", rows.Key), new FindingArgument("n", $"{rows.Count()}"));
        }
    }
}
