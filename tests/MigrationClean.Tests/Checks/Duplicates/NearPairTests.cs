using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Checks.Duplicates;

namespace MigrationClean.Tests.Checks.Duplicates;

/// <summary>The search without comparing every pair finds what comparing every pair finds.</summary>
public sealed class NearPairTests
{
    [Theory]
    [InlineData(1, 60, 0.0, 0.05, 0, null)]
    [InlineData(2, 60, 0.0, 0.05, 7, null)]
    [InlineData(3, 60, 0.0, 0.05, 12, null)]
    [InlineData(4, 60, 0.6, 0.30, 7, null)]
    [InlineData(5, 60, 0.9, 0.10, 7, null)]
    [InlineData(6, 120, 0.8, 0.20, 12, null)]
    [InlineData(7, 60, 0.3, 0.10, null, 0.85)]
    [InlineData(8, 60, 0.6, 0.30, 7, 0.9)]
    public void Two_thousand_interviews_give_the_pairs_of_the_full_comparison(ulong seed, int questions, double alike, double blanks, int? differing, double? share)
    {
        var matrix = MadeInterviews.Matrix(MadeInterviews.Of(seed, 2000, questions, alike, blanks));
        var rule = new NearRule(differing, share, 20);
        var all = AllPairs(matrix, rule);

        Assert.NotEmpty(all);
        Assert.Equal(all, Found(matrix, rule, threads: 2));
        Assert.Equal(all, Found(matrix, rule, threads: 1));
    }

    [Fact]
    public void Any_small_survey_gives_the_pairs_of_the_full_comparison() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>(),
        Gen.Choose(2, 60).ToArbitrary(),
        Gen.Choose(0, 9).ToArbitrary(),
        (seed, questions, differing) =>
        {
            var matrix = MadeInterviews.Matrix(MadeInterviews.Of(seed, 600, questions, 0.5, 0.2));
            var rule = new NearRule(differing, null, 1);
            return AllPairs(matrix, rule).SequenceEqual(Found(matrix, rule, threads: 2));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Answers_beyond_what_a_byte_holds_are_told_apart()
    {
        // 0 and 255 fold into one byte.
        string[][] questions = [[.. Enumerable.Range(0, 600).Select(i => $"{i}")], [.. Enumerable.Repeat("x", 600)]];
        var matrix = MadeInterviews.Matrix(questions);

        Assert.Equal(1, matrix.Differing(0, 255, 5));
        Assert.Empty(Found(matrix, new(0, null, 1), threads: 1));
        Assert.Equal(600 * 599 / 2, Found(matrix, new(1, null, 1), threads: 1).Count);
    }

    [Fact]
    public void A_form_in_which_everybody_is_alike_ends_the_search()
    {
        var matrix = MadeInterviews.Matrix(MadeInterviews.Of(3, 600, 30, 0.99, 0.01));

        Assert.True(NearInterviews.Find(matrix, new(15, null, 1), [[.. Enumerable.Range(0, 600)]], 100, 2).IsTooMany);
    }

    [Fact]
    public void The_nearest_distances_of_few_interviews_are_those_of_all()
    {
        var matrix = MadeInterviews.Matrix(MadeInterviews.Of(9, 300, 40, 0.2, 0.1));
        int[] rows = [.. Enumerable.Range(0, 300)];
        var nearest = rows.Select(a => rows.Where(b => b != a).Min(b => matrix.DifferingColumns(a, b).Count())).Order().ToArray();

        var told = NearestDistances.Of(matrix, rows, 2)!;
        Assert.Equal((nearest[0], (nearest[149] + nearest[150]) / 2.0, false), (told.Min, told.Median, told.IsSample));
    }

    private static List<NearPair> AllPairs(AnswerMatrix matrix, NearRule rule)
    {
        var pairs = new List<NearPair>();
        for (var a = 0; a < matrix.RowCount; a++)
            for (var b = a + 1; b < matrix.RowCount; b++)
            {
                var differing = matrix.Differing(a, b, int.MaxValue);
                if (differing < rule.LimitFor(matrix.ColumnCount) + 1 && new NearPair(a, b, differing, matrix.Compared(a, b)) is var pair && rule.Holds(pair)) pairs.Add(pair);
            }

        return pairs;
    }

    private static List<NearPair> Found(AnswerMatrix matrix, NearRule rule, int threads) =>
        [.. NearInterviews.Find(matrix, rule, [[.. Enumerable.Range(0, matrix.RowCount)]], int.MaxValue, threads).AllPairs(matrix).OrderBy(p => p.A).ThenBy(p => p.B)];
}
