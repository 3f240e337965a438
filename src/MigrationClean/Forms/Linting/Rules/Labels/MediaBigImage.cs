using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A big image without the small one that it enlarges.</summary>
internal sealed class MediaBigImage : LintRule
{
    public override CheckId Id => new("LINT-39", "media-big-image");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from sheet in new[] { form.Survey, form.Choices }.OfType<FormSheet>()
        from column in sheet.Headers.Index()
        where column.Item.Name == "big-image"
        from row in sheet.Rows
        where row.Cells[column.Index].Length > 0 && (sheet != form.Survey || form.RowNumbers.Contains(row.Number))
            && !sheet.Headers.Index().Any(h => h.Item.Name == "image" && row.Cells[h.Index].Length > 0)
        select Found(new(sheet.Name, row.Number, column.Item.Text), row.Cells[column.Index]);
}
