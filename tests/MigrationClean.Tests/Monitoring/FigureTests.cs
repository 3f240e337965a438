using MigrationClean.Checks.BackCheck;
using MigrationClean.Monitoring;
using MigrationClean.Monitoring.Metrics;

namespace MigrationClean.Tests.Monitoring;

/// <summary>Formulas against values computed by hand.</summary>
public sealed class FigureTests
{
    [Fact]
    public void Digits_all_alike_score_nothing_and_one_digit_alone_scores_100()
    {
        var (even, one) = (new DigitCounts(), new DigitCounts());
        for (var i = 0; i < 100; i++) even.Add(i);
        for (var i = 0; i < 50; i++) one.Add(10 * i);

        Assert.Equal((0, 0.2, 1), (even.Score, even.ShareOfFives, even.Probability));
        Assert.Equal((100, 1), (one.Score, one.ShareOfFives));
        Assert.True(one.Probability < 1e-90);
    }

    [Fact]
    public void Digit_score_is_the_formula()
    {
        // 20 numbers: eleven end in 0, one in each other digit. Chi-square: (11 - 2)² / 2 + 9 (1 - 2)² / 2 = 45.
        var digits = new DigitCounts();
        digits.Add(10, times: 11);
        for (var digit = 1; digit <= 9; digit++) digits.Add(-10 - digit);
        digits.Add(12.5);

        Assert.Equal(20, digits.N);
        Assert.Equal(100 * Math.Sqrt(45.0 / (20 * 9)), digits.Score, 12);
        Assert.Equal(9.21e-7, digits.Probability, 1e-8);
    }

    [Fact]
    public void Digit_score_by_chance_is_about_100_over_the_root_of_n()
    {
        var (random, scores) = (new Chance(7), new List<double>());
        for (var run = 0; run < 400; run++)
        {
            var digits = new DigitCounts();
            for (var i = 0; i < 30; i++) digits.Add(random.Below(10));
            scores.Add(digits.Score);
        }

        Assert.InRange(scores.Average(), 17, 19);
    }

    [Fact]
    public void Whipple_is_100_without_preference_and_500_with_nothing_else()
    {
        var (even, fives) = (new AgeCounts(), new AgeCounts());
        for (var age = 0; age <= 100; age++) even.Add(age);
        foreach (var age in (ReadOnlySpan<int>)[25, 30, 45, 60]) fives.Add(age, 10);

        Assert.Equal((100, 40), (even.Whipple, even.InWhipple));
        Assert.Equal((500, 40), (fives.Whipple, fives.InWhipple));
        Assert.Equal(Math.Pow(0.2, 40), fives.WhippleProbability, 1e-35);
        Assert.Null(new AgeCounts().Whipple);
    }

    [Fact]
    public void Small_samples_without_any_heaping_have_any_whipple_index_and_no_verdict()
    {
        // The remark of the specification: twelve enumerators with some 33 interviews each.
        var (random, metric) = (new Chance(3), new WhippleMetric());
        var values = Enumerable.Range(0, 12).Select(_ =>
        {
            var ages = new AgeCounts();
            for (var i = 0; i < 33; i++) ages.Add(23 + random.Below(40));
            return metric.Of(ages, fewest: 50);
        }).ToList();

        Assert.True(values.Max(v => v.Value) >= 125);
        Assert.True(values.Min(v => v.Value) <= 75);
        Assert.All(values, v => Assert.Equal(Mark.Small, v.Mark));
    }

    [Theory]
    [InlineData(60, 12, Mark.None)]   // 100
    [InlineData(60, 18, Mark.Watch)]  // 150: p 0.043
    [InlineData(60, 21, Mark.Act)]    // 175: p 0.005
    [InlineData(60, 14, Mark.None)]   // 117, but p is 0.31
    [InlineData(1000, 225, Mark.Watch)] // 112.5: p 0.027
    public void Whipple_is_marked_where_size_and_p_agree(int all, int fives, object mark)
    {
        var ages = new AgeCounts();
        ages.Add(30, fives);
        ages.Add(31, all - fives);

        Assert.Equal((Mark)mark, new WhippleMetric().Of(ages, fewest: 50).Mark);
    }

    [Fact]
    public void Myers_is_0_without_preference_and_90_with_one_digit()
    {
        var (even, tens) = (new AgeCounts(), new AgeCounts());
        for (var age = 10; age < 90; age++) even.Add(age);
        for (var age = 10; age < 90; age += 10) tens.Add(age);

        Assert.Equal(0, even.Myers()!.Value, 10);
        Assert.Equal(90, tens.Myers()!.Value, 10);
        Assert.Equal((80, 8), (even.InMyers, tens.InMyers));
    }

    [Fact]
    public void Slope_is_the_median_of_the_slopes_of_pairs()
    {
        Assert.Equal(2, TheilSen.Slope([1, 3, 5, 700, 9]));
        Assert.Null(TheilSen.Slope([1]));
    }

    [Theory]
    [InlineData(30, 100, 0.2, 1, Mark.Watch)]   // z = 2.5
    [InlineData(33, 100, 0.2, 1, Mark.Act)]     // z = 3.25
    [InlineData(25, 100, 0.2, 1, Mark.None)]    // z = 1.25
    [InlineData(10, 100, 0.2, 1, Mark.Watch)]   // z = -2.5
    [InlineData(33, 100, 0.2, 4, Mark.None)]    // as if of 25 answers
    [InlineData(2, 40, 0.01, 1, Mark.None)]     // 0.061 by the exact tail
    [InlineData(3, 40, 0.01, 1, Mark.Watch)]    // 0.0075
    [InlineData(4, 40, 0.01, 1, Mark.Act)]      // 0.0007
    [InlineData(0, 0, 0.1, 1, Mark.None)]
    public void Funnel_has_limits_of_two_and_three(int part, int n, double p, double design, object mark) => Assert.Equal((Mark)mark, Funnel.Of(part, n, p, design));

    [Fact]
    public void Low_rates_are_not_marked_where_only_high_ones_count() => Assert.Equal(Mark.None, Funnel.Of(5, 100, 0.2, side: Side.High));

    [Fact]
    public void Design_factor_is_one_for_independent_answers_and_the_size_of_interviews_that_answer_as_one()
    {
        Assert.Equal(1, Funnel.DesignFactor([(1, 2), (1, 2), (1, 2), (1, 2)]));

        // Half of the interviews give it to all ten questions, half to none: p = 0.5, sum of squares 4 · 25, over 0.25 · 40.
        Assert.Equal(10, Funnel.DesignFactor([(10, 10), (10, 10), (0, 10), (0, 10)]));
    }

    [Fact]
    public void Paired_figures_are_those_of_the_textbook()
    {
        // Differences 1, 2, 0, 2: mean 1.25, t = 2.6112 with three degrees of freedom.
        var figures = PairedFigures.Of([(1, 2), (2, 4), (3, 3), (4, 6)])!;

        Assert.Equal((4, 1.25, 1.125), (figures.Pairs, figures.MeanDifference, figures.ResponseVariance));
        Assert.Equal(0.0796, figures.P!.Value, 0.0005);
        Assert.Equal(1 - (1.125 / (16.875 / 7)), figures.Reliability!.Value, 10);
        Assert.Null(PairedFigures.Of([(1, 1)]));
    }

    [Fact]
    public void Two_choices_are_tested_as_proportions()
    {
        // Six changed from no to yes and none back: two-sided 2 / 2⁶.
        var figures = PairedFigures.Of([.. Enumerable.Repeat((0.0, 1.0), 6), .. Enumerable.Repeat((1.0, 1.0), 6)])!;

        Assert.Equal(1.0 / 32, figures.P!.Value, 10);
        Assert.Null(figures.SignedRankP);
    }

    /// <summary>Numbers by a rule, the same in every run.</summary>
    private sealed class Chance(uint seed)
    {
        private ulong _state = seed;

        public int Below(int limit)
        {
            _state = (_state * 6364136223846793005) + 1442695040888963407;
            return (int)((_state >> 33) % (ulong)limit);
        }
    }
}
