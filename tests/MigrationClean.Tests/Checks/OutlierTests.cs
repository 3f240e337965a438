using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Checks;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Outliers;

namespace MigrationClean.Tests.Checks;

/// <summary>Numbers with counts are judged as the numbers of all rows would be, and odd ones do not hide each other.</summary>
public sealed class OutlierTests
{
    [Fact]
    public void Values_with_counts_have_the_quantiles_and_the_spread_of_all_values() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonEmptyArray<short>>(),
        raw =>
        {
            double[] all = [.. raw.Get.Select(v => (double)(v % 20)).Order()];
            var counted = CountedValues.Of([.. all.GroupBy(v => v).Select(g => (g.Key, g.Count()))]);
            var (expected, actual) = (RobustScale.Of((IEnumerable<double>)all), counted.Robust());
            return counted.Count == all.Length && counted.Median == Quantiles.Median(all)
                && new[] { 0, 0.01, 0.25, 0.5, 0.9, 1 }.All(p => Math.Abs(counted.Quantile(p) - Quantiles.Of(all, p)) < 1e-12)
                && actual.Median == expected.Median && actual.Mad == expected.Mad && Math.Abs(actual.MeanDeviation - expected.MeanDeviation) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_far_number_does_not_hide_the_first()
    {
        var limits = new SpreadLimits(30, 0.1, 3.5, 3);
        List<(double, int)> usual = [.. Enumerable.Range(0, 40).Select(i => (20.0 + (i % 13), 1))];
        foreach (var more in new[] { 0, 1, 2, 5 })
        {
            var spread = Spread.Of(CountedValues.Of([.. usual, (900, 1), .. Enumerable.Range(1, more).Select(i => (5000.0 * i, 1))]), limits);
            Assert.True(RobustOutlier.IsOut(spread, 900), $"{more} more");
        }
    }

    [Fact]
    public void Figures_tell_how_the_answers_of_each_question_and_group_lie()
    {
        var file = CaseFile.Load("checks", "robust-outlier: groups large enough are judged against themselves, others against all");
        var (submissions, settings) = (CaseSurvey.Submissions(file), CaseSurvey.Settings(file));

        var figures = OutlierFigures.Of(new(submissions, Consent.Find(submissions, settings.Consent), settings)).ToList();

        Assert.Equal(["wage  26 3", "wage m 12 0", "wage f 12 1"], figures.Select(f => $"{f.Question} {f.Group} {f.N} {f.Findings}"));
        Assert.Equal([10, 10, 11.75, 13.5, 16.25, 18.89, 19], figures[1].Quantiles.Select(q => Math.Round(q, 9)));
        Assert.All(figures, f => Assert.True(f.Limits is { } limits && limits.Low < f.Quantiles[3] && limits.High > f.Quantiles[3]));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(6.92475123, "6.92475")]
    [InlineData(1234567, "1234570")]
    [InlineData(0.000123456789, "0.000123457")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(100000.5, "100000")]
    [InlineData(100001.5, "100002")]
    public void Results_have_six_significant_digits_half_to_even(double value, string expected) => Assert.Equal(expected, Significant.Text(value));

    [Fact]
    public void Texts_that_are_equal_when_folded_have_one_hash() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(),
        text => text is null || FoldedText.HashOf(text) == FoldedText.HashOf(FoldedText.Of(text))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Баары жакшы!", "баары жакшы")]
    [InlineData("Жашайм, ѳзүм —  Ош", "жашайм өзүм ош")]
    [InlineData("Рахмaт ёлка", "рахмат елка")]
    [InlineData(" - ", "")]
    public void Look_alike_letters_case_and_marks_are_no_difference(string text, string folded)
    {
        Assert.Equal(folded, FoldedText.Of(text));
        Assert.Equal(FoldedText.HashOf(folded), FoldedText.HashOf(text));
    }
}
