using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.BackCheck;

/// <summary>A second interview of the same household says something else.</summary>
/// <remarks>
/// Runs where second interviews are given. Type 1: each answer that differs is told, and each enumerator and back-checker with many. Types 2 and 3: a question
/// whose answers moved all in one direction. Source: cleaning §4.14, bcstats.
/// </remarks>
internal sealed class BackCheckDiffers : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("BCK-02", "back-check-differs");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("key", ParameterKind.Texts), new("type1", ParameterKind.Texts), new("type2", ParameterKind.Texts), new("type3", ParameterKind.Texts),
        new("okrange", ParameterKind.Map), new("exclude_codes", ParameterKind.Texts), new("max_rate", ParameterKind.Number, "0.1"), new("min_pairs", ParameterKind.Whole, "10"),
        new("p", ParameterKind.Number, "0.05"), new("draw_share", ParameterKind.Number, "0.1"), new("draw_share_act", ParameterKind.Number, "0.15"), new("seed", ParameterKind.Whole, "1"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.BackCheck is not { } backCheck) return [];
        var submissions = backCheck.Second.Main.RowCount;
        if (backCheck.Key.IsEmpty) context.NotJudged(Id, null, "back-check-key", submissions);
        else if (backCheck.Questions.IsEmpty) context.NotJudged(Id, null, "back-check-types", submissions);
        else if (backCheck.NotJoined > 0) context.NotJudged(Id, null, "back-check-alone", backCheck.NotJoined);
        return [.. Answers(context, backCheck), .. People(context, backCheck), .. Questions(context, backCheck)];
    }

    private IEnumerable<Finding> Answers(CheckContext context, BackCheckPairs backCheck)
    {
        foreach (var answer in backCheck.Compared.Where(a => a.Differs && a.Question.Kind == BackCheckKind.Fixed).OrderBy(a => a.Row))
            yield return context.At(
                this, context.Submissions.Main, answer.Row, answer.Question.First,
                [
                    .. context.Naming(answer.Question.Question),
                    new("value", answer.Question.First.Value.TextAt(answer.Row), Sensitive: true),
                    new("second", answer.Question.Second.Value.TextAt(answer.SecondRow), Sensitive: true),
                    new("other", backCheck.Second.Main.PlaceOf(answer.SecondRow)),
                ]) with
            {
                Group = $"{Id.Code}/{context.Submissions.Main.SubmissionIdOf(answer.Row)}",
                RelatedSubmission = backCheck.Second.Main.SubmissionIdOf(answer.SecondRow),
            };
    }

    // The rate of an enumerator, and of a back-checker: who differs from everybody asks in another way.
    private IEnumerable<Finding> People(CheckContext context, BackCheckPairs backCheck)
    {
        var (most, fewest) = (context.Of(this).Number("max_rate"), context.Of(this).Whole("min_pairs"));
        var compared = backCheck.Compared.Where(a => a.Question.Kind == BackCheckKind.Fixed).ToList();
        (string Variant, Func<ComparedAnswer, string> NameOf)[] sides =
        [
            ("enumerator", a => context.Interviews.Fieldwork.EnumeratorOf(context.Submissions.Main, a.Row).Trim()),
            ("back-checker", a => backCheck.BackCheckerOf(a.SecondRow).Trim()),
        ];
        foreach (var (variant, nameOf) in sides)
            foreach (var person in compared.GroupBy(nameOf).Where(g => g.Key.Length > 0).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                var (differing, all, pairs) = (person.Count(a => a.Differs), person.Count(), person.Select(a => a.SecondRow).Distinct().Count());
                if (pairs >= fewest && differing >= most * all) yield return Rate(context, person.First().Row, variant, differing, all, pairs, most);
            }
    }

    private Finding Rate(CheckContext context, int row, string variant, int differing, int all, int pairs, double most) => context.At(
        this, context.Submissions.Main, row, null,
        new("differing", differing.ToString(CultureInfo.InvariantCulture)),
        new("all", all.ToString(CultureInfo.InvariantCulture)),
        new("pairs", pairs.ToString(CultureInfo.InvariantCulture)),
        new("percent", (100.0 * differing / all).ToString("0.#", CultureInfo.InvariantCulture))) with
    {
        Variant = variant,
        Measure = Significant.Text((double)differing / all),
        Threshold = $">={Significant.Text(most)}",
    };

    private IEnumerable<Finding> Questions(CheckContext context, BackCheckPairs backCheck)
    {
        var (limit, fewest) = (context.Of(this).Number("p"), context.Of(this).Whole("min_pairs"));
        foreach (var question in backCheck.Questions.Where(q => q.Kind != BackCheckKind.Fixed))
        {
            var pairs = backCheck.Compared.Where(a => a.Question == question && !double.IsNaN(a.First) && !double.IsNaN(a.Second)).Select(a => (a.First, a.Second)).ToList();
            if (pairs.Count < fewest || PairedFigures.Of(pairs) is not { P: { } p } figures || p >= limit) continue;
            yield return CheckContext.AtColumn(
                this, context.Submissions.Main, question.First,
                [
                    .. context.Naming(question.Question),
                    new("pairs", pairs.Count.ToString(CultureInfo.InvariantCulture)),
                    new("difference", Significant.Text(Math.Round(figures.MeanDifference, 3))),
                    new("reliability", figures.Reliability is { } r ? Math.Round(r, 2).ToString(CultureInfo.InvariantCulture) : "—"),
                ]) with
            {
                Variant = "question",
                Severity = Severity.Notice,
                Measure = Significant.Text(p),
                Threshold = $"<{Significant.Text(limit)}",
            };
        }
    }
}
