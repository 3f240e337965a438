using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A parameter of a range should be a number and is none.</summary>
internal sealed class RangeNotNumber : LintRule
{
    public override CheckId Id => new("LINT-98", "range-not-number");

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from parameters in Parameters.In(form, type => type == QuestionType.Range)
        from pair in parameters.Pairs
        where RangeParameters.NumberKeys.Contains(pair.Key) && RangeParameters.Number(pair.Value) is null
        select Found(parameters.Row, parameters.Place, pair.Text, new("key", pair.Key), new FindingArgument("value", pair.Value));
}
