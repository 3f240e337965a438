using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Tests.Forms.Linting;

public sealed class LintCaseTests
{
    private static readonly string[] Parts = ["title", "message", "why", "fix"];
    private static readonly Language[] Languages = [Language.English, Language.Russian, Language.Kyrgyz];

    public static TheoryData<string> Cases => [.. LintCase.Names];

    [Theory, MemberData(nameof(Cases))]
    public void Case_gives_exactly_its_findings(string name) => Assert.Equal(LintCase.Expected(name), LintCase.Actual(name));

    [Theory, MemberData(nameof(Cases))]
    public void Every_place_of_a_text_is_an_argument_that_the_rule_gives(string name)
    {
        foreach (var finding in LintCase.Findings(name))
            foreach (var language in Languages)
                foreach (var part in Parts)
                    Assert.Empty(Messages.PlacesIn(Messages.For(language).Template(finding.MessageKey, part)).Except(finding.Arguments.Select(a => a.Name)));
    }

    [Fact]
    public void Every_rule_has_a_case_in_which_it_finds_something_and_one_in_which_it_finds_nothing()
    {
        var found = LintCase.Names.Select(name => (Rule: LintCase.RuleOf(name), Finds: LintCase.Findings(name).Any(f => f.Check.Name == LintCase.RuleOf(name))));

        Assert.Empty(AllLintRules.List.SelectMany(r => new[] { (r.Id.Name, true), (r.Id.Name, false) }).Except(found));
    }

    [Fact]
    public void Every_variant_of_a_text_occurs_in_a_case()
    {
        var keys = Messages.For(Language.English).Keys.Where(k => k.StartsWith("LINT-", StringComparison.Ordinal));

        Assert.Empty(keys.Where(k => k.Contains('/')).Except(LintCase.Names.SelectMany(LintCase.Findings).Select(f => f.MessageKey)));
    }

    [Fact]
    public void Rules_are_listed_once_in_code_order_and_have_four_texts_in_each_language()
    {
        var codes = AllLintRules.List.Select(r => r.Id.Code).ToList();

        Assert.Equal(codes.Distinct().OrderBy(c => int.Parse(c["LINT-".Length..])), codes);
        Assert.Equal(codes.Count, AllLintRules.List.Select(r => r.Id.Name).Distinct().Count());
        foreach (var code in codes)
            foreach (var language in Languages)
                foreach (var part in Parts) Assert.True(Messages.For(language).Has(code, part), $"{language} {code} {part}");
        Assert.Empty(Messages.For(Language.English).Keys.Where(k => k.StartsWith("LINT-", StringComparison.Ordinal)).Select(k => k.Split('/')[0]).Except(codes));
    }
}
