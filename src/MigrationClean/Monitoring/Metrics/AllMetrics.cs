using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Distribution;
using MigrationClean.Checks.Duplicates;
using MigrationClean.Checks.Patterns;
using MigrationClean.Checks.Places;

namespace MigrationClean.Monitoring.Metrics;

/// <summary>Every figure of the supervisor's view, in the order in which it is shown. A new one is a line here and its texts. Source: cleaning §8.</summary>
internal static class AllMetrics
{
    private const double Day = 24;

    /// <summary>Those that a survey has something for.</summary>
    public static ImmutableArray<Metric> Of(InterviewFacts facts)
    {
        var context = facts.Context;
        var similarities = new Lazy<IReadOnlyList<EnumeratorSimilarity>>(() => EnumeratorSimilarity.Of(context));
        return
        [
            new PaceMetric(),
            new BusiestDayMetric(),
            .. Consent(context),
            new MedianMetric("duration_median", row => facts.Minutes[row], watch: 0.7, act: 0.5),
            new MedianMetric("duration_p10", row => facts.Minutes[row], quantile: 0.1),
            new MedianMetric("duration_p90", row => facts.Minutes[row], quantile: 0.9),
            new RateMetric("duration_short", row => (facts.Short[row] ? 1 : 0, double.IsNaN(facts.Minutes[row]) ? 0 : 1), Side.High),
            .. Audit(context),
            new PerInterviewMetric("facts_per_interview", row => facts.Facts[row]),
            new PerInterviewMetric("suspicions_per_interview", row => facts.Suspicions[row]),
            Pooled("missing_rate", facts.Missing, Side.High),
            Pooled("dont_know_rate", facts.DontKnow, Side.Both),
            Pooled("refusal_rate", facts.Refusal, Side.Both),
            Pooled("other_rate", facts.Other, Side.Both),
            new ShareMetric("straight_lining", row => (facts.StraightLined.Part[row], facts.StraightLined.Whole[row]), watch: 0.2, act: 0.4, againstOthers: true),
            .. Gates.Of(context, context.Of(new DistributionDiffers()).Texts(DistributionDiffers.Gates)),
            new DistributionMetric(),
            new WhippleMetric(),
            new DigitScoreMetric("age_digits", isOfAges: true),
            new DigitScoreMetric("digit_preference", isOfAges: false),
            new FivesMetric(),
            new CountMetric("near_duplicates", units => NearPairs.Of(context.Near, units), watch: 1, act: 3),
            new NearestMetric(similarities),
            new SilhouetteMetric(similarities),
            .. Places(facts),
            new MedianMetric("gap_median", row => facts.GapMinutes[row]),
            new CountMetric("odd_hours", units => Count(units, row => facts.IsOdd[row] ? 1 : 0), int.MaxValue, int.MaxValue),
            new CountMetric("overlaps", units => [.. Count(units, row => facts.Overlaps.TryGetValue(row, out var o) ? o.Count : 0).Select(n => (n + 1) / 2)], watch: 1, act: 3),
            new FatigueMetric(),
            new SlopeMetric(),
            new MedianMetric("hours_to_send", row => facts.HoursToSend[row]),
            new ShareMetric("sent_late", row => (facts.HoursToSend[row] > Day ? 1 : 0, double.IsNaN(facts.HoursToSend[row]) ? 0 : 1), watch: 0.2),
            .. context.BackCheck is { } backCheck ? (Metric[])[new BackCheckMetric(backCheck)] : [],
        ];
    }

    private static RateMetric Pooled(string name, InterviewRates rates, Side side) => new(name, row => (rates.Part[row], rates.Whole[row]), side, hasDesign: true);

    private static IEnumerable<Metric> Consent(CheckContext context) =>
        context.Consent.Question is null ? [] : [new RateMetric("consent_rate", row => (context.Consent.Passes(row) ? 1 : 0, 1), isOfSubmitted: true)];

    private static IEnumerable<Metric> Audit(CheckContext context) => context.Settings.Audit is null ? [] :
    [
        new ActiveMetric(),
    ];

    private static IEnumerable<Metric> Places(InterviewFacts facts)
    {
        if (facts.Points is not { } points) yield break;
        yield return new SamePlaceMetric(points);
        yield return new CountMetric("identical_points", units => PlaceCounts.Identical(points, units), int.MaxValue, int.MaxValue);
        if (SurveyArea.Of(facts.Context) is not null)
            yield return new ShareMetric("outside_area", row => (facts.IsOutside[row] ? 1 : 0, points.At(row) is { IsZero: false } ? 1 : 0), watch: 0.2, act: 0.5);
        yield return new MedianMetric("accuracy_median", row => points.At(row)?.Accuracy ?? double.NaN);
    }

    private static int[] Count(UnitSet units, Func<int, int> count) => [.. units.Interviews.Select(rows => rows.Sum(count))];
}
