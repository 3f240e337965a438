using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Distribution;

/// <summary>An enumerator's answers to a question differ from those of all others.</summary>
/// <remarks>
/// Both size and p count, and p is held against the number of comparisons. With <c>by</c>, people are compared where they both worked. One finding an
/// enumerator and question. Holds the parameters of the supervisor's view too. Source: cleaning §4.14 and §8.
/// </remarks>
internal sealed class DistributionDiffers : SubmissionCheck
{
    /// <summary>Parameter: questions for an age.</summary>
    public const string AgeQuestions = "age_questions";

    /// <summary>Parameter: other questions whose last digits are looked at.</summary>
    public const string DigitQuestions = "digit_questions";

    /// <summary>Parameter: questions that decide whether others are asked.</summary>
    public const string Gates = "gates";

    /// <inheritdoc/>
    public override CheckId Id => new("BCK-01", "distribution-differs");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool GroupsBy => true;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("p", ParameterKind.Number, "0.05"), new("min_difference", ParameterKind.Number, "0.2"), new("min_sd", ParameterKind.Number, "0.5"),
        new("min_interviews", ParameterKind.Whole, "10"), new("min_values", ParameterKind.Whole, "50"),
        new(Gates, ParameterKind.Texts), new(AgeQuestions, ParameterKind.Texts), new(DigitQuestions, ParameterKind.Texts),
        new("composite", ParameterKind.Boolean, "false"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (context.Interviews.Fieldwork.Enumerator is not { } name || main.Find(name) is not { } enumerators)
        {
            if (main.RowCount > 0) context.NotJudged(Id, null, "no-enumerator", main.RowCount);
            yield break;
        }

        foreach (var figure in context.Distributions.Figures.Where(f => f.Differs))
        {
            var isShare = figure.Choice is not null;
            yield return context.At(
                this, main, figure.Row, figure.Column.Column,
                [
                    .. context.Naming(figure.Column.Question),
                    new("n", figure.N.ToString(CultureInfo.InvariantCulture)),
                    new("own", Shown(figure.Own, isShare)),
                    new("others", Shown(figure.Others, isShare)),
                    new("choice", LabelOf(context, figure)),
                ]) with
            {
                Variant = isShare ? null : "mean",
                Value = null,
                Group = $"{Id.Code}/{main.SubmissionIdOf(figure.Row) ?? main.PlaceOf(figure.Row)}",
                Measure = Significant.Text(figure.Size),
                Threshold = $">={context.Of(this).Text(isShare ? "min_difference" : "min_sd")}",
            };
        }
    }

    // A choice's label is the form's text; what is told of it is a share of many answers.
    private static string LabelOf(CheckContext context, DistributionFigure figure) =>
        figure.Choice is not { } name ? "" : figure.Column.Question.Choices?.Find(name)?.Label.InOrFirst(context.LabelLanguage) ?? name;

    private static string Shown(double value, bool isShare) => isShare ? (100 * value).ToString("0", CultureInfo.InvariantCulture) : Significant.Text(Math.Round(value, 2));
}
