using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The quality of a recording is none that clients know.</summary>
internal sealed class AudioQuality : LintRule
{
    private static readonly ImmutableArray<string> InBackground = ["voice-only", "low", "normal"];
    private static readonly ImmutableArray<string> OnScreen = [.. InBackground, "external"];

    public override CheckId Id => new("LINT-109", "audio-quality");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from parameters in Parameters.In(form, type => type is QuestionType.Audio or QuestionType.BackgroundAudio)
        let allowed = parameters.Row.Type.Type == QuestionType.Audio ? OnScreen : InBackground
        let quality = parameters.Lower("quality")
        where quality is not null && !allowed.Contains(quality)
        select Found(parameters.Row, parameters.Place, parameters["quality"],
            new("value", parameters["quality"]!), new FindingArgument("allowed", string.Join("`, `", allowed)));
}
