using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The app that takes the picture is no Android package.</summary>
/// <remarks>Other appearances than <c>annotate</c> never open an app, so the parameter says nothing there.</remarks>
internal sealed partial class ImageApp : LintRule
{
    public override CheckId Id => new("LINT-108", "image-app");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from parameters in Parameters.In(form, type => type == QuestionType.Image)
        where parameters.Row["appearance"] is null or "annotate"
        let app = parameters["app"]
        where app is not null && !Package.IsMatch(app)
        select Found(parameters.Row, parameters.Place, app, new FindingArgument("value", app));

    [GeneratedRegex(@"\A[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Package { get; }
}
