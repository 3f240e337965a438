using System.Collections.Immutable;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Patterns;

/// <summary>One kind of answer that says nothing was given unusually often in an interview.</summary>
/// <remarks>Counted over answered questions that offer it. Source: cleaning §4.6.</remarks>
internal abstract class SpecialRate : SubmissionCheck
{
    /// <summary>The kind of answer.</summary>
    protected abstract SpecialCode Kind { get; }

    /// <summary>Share above which it is told, by default.</summary>
    protected abstract string MaxShare { get; }

    /// <summary>What has to be there before a share counts, by default: the parameter's name and value.</summary>
    protected abstract CheckParameter Least { get; }

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("max_share", ParameterKind.Number, MaxShare), Least];

    /// <summary>Whether the interview has answers enough.</summary>
    protected abstract bool HasEnough(int part, int whole, int least);

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var rates = InterviewRates.Of(context, Kind, values.Questions);
        var (most, least) = (values.Number("max_share"), values.Whole(Least.Name));
        for (var row = 0; row < rates.Whole.Length; row++)
            if (rates.Part[row] > 0 && HasEnough(rates.Part[row], rates.Whole[row], least) && rates.Of(row) > most)
                yield return context.At(this, context.Submissions.Main, row, null, Shares.Arguments(rates, row)) with
                {
                    Measure = Significant.Text(rates.Of(row)),
                    Threshold = $">{Significant.Text(most)}",
                };
    }
}

/// <summary>"Don't know" unusually often.</summary>
internal sealed class DontKnowRate : SpecialRate
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-02", "dont-know-rate");

    /// <inheritdoc/>
    protected override SpecialCode Kind => SpecialCode.DontKnow;

    /// <inheritdoc/>
    protected override string MaxShare => "0.25";

    /// <inheritdoc/>
    protected override CheckParameter Least => new("min_answers", ParameterKind.Whole, "5");

    /// <inheritdoc/>
    protected override bool HasEnough(int part, int whole, int least) => part >= least;
}

/// <summary>Refusals to answer single questions unusually often.</summary>
internal sealed class RefusalRate : SpecialRate
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-03", "refusal-rate");

    /// <inheritdoc/>
    protected override SpecialCode Kind => SpecialCode.Refused;

    /// <inheritdoc/>
    protected override string MaxShare => "0.25";

    /// <inheritdoc/>
    protected override CheckParameter Least => new("min_answers", ParameterKind.Whole, "5");

    /// <inheritdoc/>
    protected override bool HasEnough(int part, int whole, int least) => part >= least;
}

/// <summary>"Other" unusually often.</summary>
internal sealed class OtherRate : SpecialRate
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-04", "other-rate");

    /// <inheritdoc/>
    protected override SpecialCode Kind => SpecialCode.Other;

    /// <inheritdoc/>
    protected override string MaxShare => "0.3";

    /// <inheritdoc/>
    protected override CheckParameter Least => new("more_than", ParameterKind.Whole, "3");

    /// <inheritdoc/>
    protected override bool HasEnough(int part, int whole, int least) => part > least;
}
