using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Pictures are sent in full size.</summary>
internal sealed class ImageMaxPixels : LintRule
{
    public override CheckId Id => new("LINT-106", "image-max-pixels");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.Type is { Kind: RowKind.Question, Type: QuestionType.Image }
        where row["parameters"] is null || Parameters.Of(form, row) is { } parameters && parameters["max-pixels"] is null
        select Found(row, form.PlaceOf(row, "parameters"), row["parameters"], new FindingArgument("name", row.Name));
}
