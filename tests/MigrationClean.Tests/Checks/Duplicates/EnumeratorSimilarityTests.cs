using MigrationClean.Checks;
using MigrationClean.Checks.Duplicates;

namespace MigrationClean.Tests.Checks.Duplicates;

/// <summary>An enumerator who writes the same interview again and again stands out.</summary>
public sealed class EnumeratorSimilarityTests
{
    [Fact]
    public void An_enumerator_who_invents_is_nearer_to_themselves_than_others_are()
    {
        var answers = MadeInterviews.Of(5, 60, 60, 0, 0);
        var rows = Enumerable.Range(0, 60).Select(r =>
        {
            var enumerator = r % 3;
            // The third one changes two answers of their first interview.
            var own = Enumerable.Range(0, 60).Select(q => enumerator == 2 && q != r % 60 && q != (r * 7) % 60 ? answers[q][2] : answers[q][r]);
            return $"| a{r} | e{enumerator} | {string.Join(" | ", own)} |";
        });
        var text = $"""

            # made up

            ## survey
            | type | name |
            | ---- | ---- |
            | text | enumerator |
            {string.Join('\n', Enumerable.Range(0, 60).Select(q => $"| text | q{q} |"))}
            ## data
            | _uuid | enumerator | {string.Join(" | ", Enumerable.Range(0, 60).Select(q => $"q{q}"))} |
            {string.Join('\n', rows)}
            """;
        var submissions = CaseSurvey.Submissions(CaseFile.Parse(text));
        var told = EnumeratorSimilarity.Of(new CheckContext(submissions, new Consent { IsNotNeeded = true }, new()));

        Assert.Equal([0, 1, 2], told.Select(t => t.Row));
        Assert.All(told, t => Assert.Equal(20, t.Interviews));
        Assert.True(told[2].Ratio < 0.5 && told[0].Ratio > 0.7, $"{told[0].Ratio} {told[2].Ratio}");
        Assert.True(told[2].Silhouette > 0.5 && told[0].Silhouette < 0.2, $"{told[0].Silhouette} {told[2].Silhouette}");
    }
}
