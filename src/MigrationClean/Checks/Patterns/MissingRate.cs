using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Patterns;

/// <summary>Many of the questions that an interview was asked have no answer.</summary>
/// <remarks>Questions that the form hides do not count: who skips by right is not punished. Source: cleaning §4.6.</remarks>
internal sealed class MissingRate : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-01", "missing-rate");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("max_share", ParameterKind.Number, "0.5"),
        new("z", ParameterKind.Number, "3.5"),
        new("min_n", ParameterKind.Whole, "30"),
        new("min_missing", ParameterKind.Whole, "5"),
    ];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var rates = InterviewRates.Missing(context, values.Questions);
        var (most, limit, least) = (values.Number("max_share"), values.Number("z"), values.Whole("min_missing"));
        var (count, scale) = rates.Spread();
        var isCompared = count >= values.Whole("min_n");
        for (var row = 0; row < rates.Whole.Length; row++)
        {
            var share = rates.Of(row);

            // Where nobody leaves a blank, one is far from usual and still no pattern.
            var z = isCompared && rates.Part[row] >= least ? scale.Z(share) : 0;
            if (share > most) yield return Found(context, rates, row) with { Measure = Significant.Text(share), Threshold = $">{Significant.Text(most)}" };
            else if (z > limit) yield return Found(context, rates, row) with { Variant = "unusual", Measure = Significant.Text(z), Threshold = $">{Significant.Text(limit)}" };
        }
    }

    private Finding Found(CheckContext context, InterviewRates rates, int row) => context.At(
        this, context.Submissions.Main, row, null, Shares.Arguments(rates, row));
}
