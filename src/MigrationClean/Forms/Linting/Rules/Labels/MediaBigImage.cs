using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A question has a big image without the small one that it enlarges.</summary>
internal sealed class MediaBigImage : LintRule
{
    public override CheckId Id => new("LINT-39", "media-big-image");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where row.IsShown && !row.Text("big-image").IsEmpty && row.Text("image").IsEmpty
        select Found(row, form.PlaceOf(row, "big-image"), row.Text("big-image").InOrFirst(null), new FindingArgument("name", row.Name));
}
