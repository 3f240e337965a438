using System.Globalization;
using MigrationClean.Checks;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Checks;

public sealed class MessageTests
{
    private static readonly string[] Parts = ["title", "message", "why", "fix"];
    private static readonly Language[] Languages = [Language.English, Language.Russian, Language.Kyrgyz];

    // What a cleaning log leaves open is found while it is applied, not by a check of a case.
    private static readonly string[] OfLogs = ["FORM-01/would-hide", "FORM-02/needs-answer", "FORM-04/not-recomputed"];

    public static TheoryData<string> Codes => [.. AllChecks.List.Select(c => c.Id.Code)];

    public static TheoryData<string> Keys => [.. Messages.For(Language.English).Keys];

    [Theory, MemberData(nameof(Codes))]
    public void Every_check_has_four_texts_in_each_language(string code)
    {
        foreach (var language in Languages)
            foreach (var part in Parts)
                Assert.True(Messages.For(language).Has(code, part), $"{language} {code} {part}");
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_language_has_every_text_with_the_same_places(string key)
    {
        var english = Messages.For(Language.English);
        foreach (var language in Languages)
        {
            var other = Messages.For(language);
            Assert.Equal(english.PartsOf(key), other.PartsOf(key));
            foreach (var part in english.PartsOf(key))
                Assert.Equal(PlacesOf(english, key, part), PlacesOf(other, key, part));
        }
    }

    [Fact]
    public void No_language_has_a_text_of_its_own() =>
        Assert.All(Languages, language => Assert.Equal(Messages.For(Language.English).Keys, Messages.For(language).Keys));

    [Theory, MemberData(nameof(Keys))]
    public void Every_code_of_a_family_of_checks_is_a_check(string key)
    {
        var code = key.Split('/')[0];
        if (AllChecks.List.Any(c => code.StartsWith(c.Id.Family + "-", StringComparison.Ordinal)))
            Assert.NotNull(AllChecks.Find(code));
    }

    [Fact]
    public void Checks_are_listed_once_in_code_order_with_kebab_case_names()
    {
        var codes = AllChecks.List.Select(c => c.Id.Code).ToList();
        Assert.Equal(codes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), codes);
        Assert.All(AllChecks.List, c => Assert.Matches("^[a-z]+(-[a-z]+)+$", c.Id.Name));
        Assert.Equal(codes.Count, AllChecks.List.Select(c => c.Id.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_place_of_a_text_is_an_argument_that_the_check_gives()
    {
        foreach (var name in CaseFile.NamesIn("checks"))
        {
            var file = CaseFile.Load("checks", name);
            var report = Checker.Run(CaseSurvey.Submissions(file), CaseSurvey.Settings(file));
            foreach (var language in Languages)
            {
                foreach (var finding in report.Findings)
                    foreach (var part in Parts)
                        Assert.Empty(Missing(Messages.For(language).Template(finding.MessageKey, part), finding.Arguments));
                foreach (var rule in report.NotJudged)
                    Assert.Empty(Missing(Messages.For(language).Template($"reason/{rule.Reason}", "text"), rule.Arguments));
            }
        }
    }

    [Fact]
    public void Every_variant_of_a_check_of_ours_occurs_in_a_case()
    {
        var found = CaseFile.NamesIn("checks")
            .Select(name => CaseFile.Load("checks", name))
            .SelectMany(file => file["findings"]!.Rows.Select(r => file["findings"]!.Cell(r, "code")))
            .ToHashSet(StringComparer.Ordinal);
        var ours = AllChecks.List.Where(c => c is not ListedCheck).Select(c => c.Id.Code).ToHashSet(StringComparer.Ordinal);
        var parameters = AllChecks.List.SelectMany(c => c.Parameters.Select(p => p.TextKey(c)));
        Assert.Empty(Messages.For(Language.English).Keys.Where(k => k.Contains('/') && ours.Contains(k.Split('/')[0])).Except(found).Except(parameters).Except(OfLogs));
    }

    [Fact]
    public void Every_parameter_of_a_check_has_its_text_and_a_default_that_can_be_read()
    {
        foreach (var check in AllChecks.List)
        {
            Assert.Equal(check.Parameters.Length, check.Parameters.Select(p => p.Name).Distinct().Count());
            foreach (var parameter in check.Parameters)
            {
                Assert.True(Messages.For(Language.English).Has(parameter.TextKey(check), "text"), parameter.TextKey(check));
                Assert.True(parameter.Default is not { } usual || Reads(parameter, usual), parameter.TextKey(check));
            }
        }

        static bool Reads(CheckParameter parameter, string usual) => parameter.Kind switch
        {
            ParameterKind.Number => double.TryParse(usual, CultureInfo.InvariantCulture, out _),
            ParameterKind.Whole => int.TryParse(usual, CultureInfo.InvariantCulture, out _),
            ParameterKind.Boolean => usual is "true" or "false",
            ParameterKind.Word => parameter.Words.Contains(usual),
            _ => usual.Length > 0,
        };
    }

    private static IEnumerable<string> Missing(string template, IEnumerable<FindingArgument> arguments) =>
        Messages.PlacesIn(template).Except(arguments.Select(a => a.Name), StringComparer.Ordinal);

    private static IEnumerable<string> PlacesOf(Messages messages, string key, string part) =>
        Messages.PlacesIn(messages.Template(key, part)).Order(StringComparer.Ordinal);
}
