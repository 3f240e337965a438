using MigrationClean.Checks;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Expressions;
using MigrationClean.Files;
using MigrationClean.Submissions.Logic;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Samples;

/// <summary>A rule evaluated once per combination of answers says what it says row by row.</summary>
public sealed class KeptOutcomesTests
{
    [Theory]
    [InlineData("returnees", Dialect.JavaRosa)]
    [InlineData("returnees", Dialect.Enketo)]
    [InlineData("baseline", Dialect.JavaRosa)]
    [InlineData("baseline", Dialect.Enketo)]
    public void Kept_outcomes_are_those_of_every_row(string sample, Dialect dialect)
    {
        var folder = Path.Combine(Repository.Root, "samples", sample);
        var submissions = Pipeline.Read(new()
        {
            Exports = [InputFile.FromPath(Path.Combine(folder, "export.xlsx"))],
            Forms = [InputFile.FromPath(Path.Combine(folder, "form.xlsx"))],
        });
        var data = new LogicData(submissions, submissions.Form, AttachedFiles.Of(submissions.Form), text => text.IsEmpty, TimeZoneInfo.Utc);
        int[] rows = [.. Enumerable.Range(0, submissions.Main.RowCount)];
        List<Violation> Judge(bool keeps)
        {
            var run = new LogicRun(data, dialect, TimeZoneInfo.Utc) { KeepsOutcomes = keeps };
            return new BlockJudge(run, new(new Consent { IsNotNeeded = true })).Judge(run.Evaluate(rows));
        }

        var kept = Judge(keeps: true);
        Assert.NotEmpty(kept);
        Assert.Equal(Judge(keeps: false), kept);
    }
}
