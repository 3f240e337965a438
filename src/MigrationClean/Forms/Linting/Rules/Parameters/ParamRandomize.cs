using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The parameter <c>randomize</c> is neither <c>true</c> nor <c>false</c>.</summary>
internal sealed class ParamRandomize : LintRule
{
    public override CheckId Id => new("LINT-96", "param-randomize");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from parameters in Parameters.In(form, ParameterKeys.IsSelect)
        let randomize = parameters.Lower("randomize")
        where randomize is not (null or "true" or "false")
        select Found(parameters.Row, parameters.Place, parameters["randomize"], new FindingArgument("value", parameters["randomize"]!));
}
