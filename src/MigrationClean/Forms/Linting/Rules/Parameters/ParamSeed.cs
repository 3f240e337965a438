using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The parameter <c>seed</c> without <c>randomize=true</c>, or neither a number nor a reference.</summary>
internal sealed class ParamSeed : LintRule
{
    public override CheckId Id => new("LINT-97", "param-seed");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var parameters in Parameters.In(form, ParameterKeys.IsSelect))
        {
            if (parameters["seed"] is not { } seed) continue;
            if (parameters.Lower("randomize") != "true")
                yield return Found(parameters.Row, parameters.Place, $"seed={seed}", new FindingArgument("value", seed));
            else if (!IsSeed(seed))
                yield return Found(parameters.Row, parameters.Place, seed, new FindingArgument("value", seed)) with { Variant = "value" };
        }
    }

    // A reference written wrongly is said elsewhere.
    private static bool IsSeed(string seed) => seed.StartsWith("${", StringComparison.Ordinal)
        || double.TryParse(seed, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
