using MigrationClean.Checks;
namespace MigrationClean.Tests.Checks;
public sealed class DumpTemp
{
    [Fact]
    public void Dump()
    {
        foreach (var name in CaseFile.NamesIn("checks").Where(n => n.StartsWith("back-check") || n.StartsWith("distribution")))
        {
            var file = CaseFile.Load("checks", name);
            var report = Checker.Run(CaseSurvey.Submissions(file), CaseSurvey.Settings(file));
            File.AppendAllText("/tmp/dump.txt", name + "\n" + string.Join("\n", report.Findings.Select(f => $"{f.Location.Row} | {f.MessageKey} | {f.Severity} | {f.Measure} | {f.Threshold} | {f.RelatedSubmission} | " + string.Join(" ", f.Arguments.Select(a => $"{a.Name}={a.Value}")))) + "\n" + string.Join("\n", report.NotJudged.Select(n => $"{n.Check.Code} {n.Reason} {n.Submissions}")) + "\n");
        }
    }
}
