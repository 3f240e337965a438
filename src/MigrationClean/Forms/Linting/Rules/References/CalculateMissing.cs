using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A calculate has neither a calculation nor a default that is computed.</summary>
internal sealed class CalculateMissing : LintRule
{
    public override CheckId Id => new("LINT-69", "calculate-missing");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type.Type == QuestionType.Calculate && row["calculation"] is null && !(row["default"] is { } text && DefaultText.IsDynamic(text, row.Type.Type))
        select Found(row, form.PlaceOf(row, "calculation"), null, new FindingArgument("name", row.Name));
}
