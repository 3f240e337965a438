using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Files;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Checks;

/// <summary>The packs of rules that ship with the samples, on made-up data.</summary>
public sealed class PackTests
{
    public static TheoryData<string> Cases => [.. CaseFile.NamesIn("packs")];

    [Theory, MemberData(nameof(Cases))]
    public void Pack_finds_what_its_case_says_and_nothing_else(string name)
    {
        var file = CaseFile.Load("packs", name);
        var rules = RuleReader.Of([InputFile.FromPath(PathOf(name[..name.IndexOf(':', StringComparison.Ordinal)]))]);
        var report = Checker.Run(CaseSurvey.Submissions(file), CaseSurvey.Settings(file) with { Select = ["LOG"], Rules = rules });
        var expected = file["broken"]!;
        Assert.Equal(
            expected.Rows.Select(r => $"{r[0]} {r[1]}").Order(StringComparer.Ordinal),
            report.Findings.Select(f => $"{f.SubmissionId} {f.Check.Name}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_of_every_pack_is_broken_by_a_case()
    {
        foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(PathOf("food-security"))!, "*.csv"))
        {
            var pack = Path.GetFileNameWithoutExtension(path);
            var broken = CaseFile.NamesIn("packs").Where(n => n.StartsWith(pack + ":", StringComparison.Ordinal))
                .SelectMany(n => CaseFile.Load("packs", n)["broken"]!.Rows.Select(r => r[1])).ToHashSet(StringComparer.Ordinal);
            var rules = RuleReader.Of([InputFile.FromPath(path)]);
            Assert.Empty(rules.Mistakes);
            Assert.Empty(rules.Drafts.Select(d => d.Id).Except(broken));
        }
    }

    private static string PathOf(string pack) => Path.Combine(Repository.Root, "samples", "packs", pack + ".csv");
}
