using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A background-geopoint without a trigger never takes place; one with a calculation can't.</summary>
internal sealed class BackgroundGeopoint : LintRule
{
    public override CheckId Id => new("LINT-36", "background-geopoint");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var row in form.Rows)
        {
            if (row.Type.Type != QuestionType.BackgroundGeopoint) continue;
            if (row["trigger"] is null) yield return Found(row, form.PlaceOf(row, "trigger"), null);
            if (row["calculation"] is { } calculation) yield return Found(row, form.PlaceOf(row, "calculation"), calculation) with { Variant = "calculation" };
        }
    }
}
