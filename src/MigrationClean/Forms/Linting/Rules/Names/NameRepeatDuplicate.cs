using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Two repeats, wherever they are, have one name.</summary>
internal sealed class NameRepeatDuplicate : LintRule
{
    public override CheckId Id => new("LINT-20", "name-repeat-duplicate");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        Dictionary<string, SurveyRow> seen = new(StringComparer.Ordinal);
        foreach (var row in form.Rows)
        {
            if (row.Type is not { Kind: RowKind.Begin, Structure: Structure.Repeat } || row.Name.Length == 0 || seen.TryAdd(row.Name, row)) continue;
            yield return Found(row, form.PlaceOf(row, "name"), row.Name, new("name", row.Name), new FindingArgument("row", $"{seen[row.Name].Place.Row}"));
        }
    }
}
