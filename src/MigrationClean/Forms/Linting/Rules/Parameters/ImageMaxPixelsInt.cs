using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The greatest size of a picture is no whole number of pixels.</summary>
internal sealed class ImageMaxPixelsInt : LintRule
{
    public override CheckId Id => new("LINT-107", "image-max-pixels-int");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from parameters in Parameters.In(form, type => type == QuestionType.Image)
        let pixels = parameters["max-pixels"]
        where pixels is not null && !int.TryParse(pixels, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        select Found(parameters.Row, parameters.Place, pixels, new FindingArgument("value", pixels));
}
